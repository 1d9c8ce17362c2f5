@NullMarked
package secondbackup.simulation.iam;

import org.jspecify.annotations.NullMarked;
