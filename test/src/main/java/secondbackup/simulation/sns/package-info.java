/// Amazon Simple Notification Service: topics, whom they tell, and what was published. A key of the
/// customer's must admit whoever publishes.
@NullMarked
package secondbackup.simulation.sns;

import org.jspecify.annotations.NullMarked;
