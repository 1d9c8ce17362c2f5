@NullMarked
package secondbackup.simulation.backup;

import org.jspecify.annotations.NullMarked;
