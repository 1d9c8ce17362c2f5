@NullMarked
package secondbackup.simulation.organizations;

import org.jspecify.annotations.NullMarked;
