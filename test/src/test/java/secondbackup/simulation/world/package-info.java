@NullMarked
package secondbackup.simulation.world;

import org.jspecify.annotations.NullMarked;
