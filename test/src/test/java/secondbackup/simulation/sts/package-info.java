@NullMarked
package secondbackup.simulation.sts;

import org.jspecify.annotations.NullMarked;
