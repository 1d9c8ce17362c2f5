@NullMarked
package secondbackup.simulation.rds;

import org.jspecify.annotations.NullMarked;
