@NullMarked
package secondbackup.simulation;

import org.jspecify.annotations.NullMarked;
