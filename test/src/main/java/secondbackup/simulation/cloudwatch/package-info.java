/// The one metric that tells the size of an Aurora volume.
@NullMarked
package secondbackup.simulation.cloudwatch;

import org.jspecify.annotations.NullMarked;
