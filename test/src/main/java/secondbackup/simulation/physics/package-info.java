/// The laws of the simulated world: time, chance, and what AWS leaves open.
@NullMarked
package secondbackup.simulation.physics;

import org.jspecify.annotations.NullMarked;
