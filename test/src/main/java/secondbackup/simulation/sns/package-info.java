/// Amazon Simple Notification Service: topics, whom they tell, and what was published. Encryption is a fact, not a lock.
@NullMarked
package secondbackup.simulation.sns;

import org.jspecify.annotations.NullMarked;
