@NullMarked
package secondbackup.simulation.scheduler;

import org.jspecify.annotations.NullMarked;
