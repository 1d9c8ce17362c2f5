@NullMarked
package secondbackup.simulation.roles;

import org.jspecify.annotations.NullMarked;
