@NullMarked
package secondbackup.simulation.lambda;

import org.jspecify.annotations.NullMarked;
