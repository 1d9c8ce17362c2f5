@NullMarked
package secondbackup.simulation.sqs;

import org.jspecify.annotations.NullMarked;
