/// A world as a JSON file: schema, reader, and the making of the simulated organization from it.
@NullMarked
package secondbackup.simulation.world;

import org.jspecify.annotations.NullMarked;
