@NullMarked
package secondbackup.simulation.kms;

import org.jspecify.annotations.NullMarked;
