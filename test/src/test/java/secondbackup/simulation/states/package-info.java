@NullMarked
package secondbackup.simulation.states;

import org.jspecify.annotations.NullMarked;
