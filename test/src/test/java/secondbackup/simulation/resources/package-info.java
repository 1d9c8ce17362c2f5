@NullMarked
package secondbackup.simulation.resources;

import org.jspecify.annotations.NullMarked;
