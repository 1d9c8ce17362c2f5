@NullMarked
package secondbackup.simulation.events;

import org.jspecify.annotations.NullMarked;
