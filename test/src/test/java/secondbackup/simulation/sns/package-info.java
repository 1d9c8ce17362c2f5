@NullMarked
package secondbackup.simulation.sns;

import org.jspecify.annotations.NullMarked;
