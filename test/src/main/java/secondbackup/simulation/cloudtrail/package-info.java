/// Trails as AWS CloudTrail tells of them; nothing is recorded. See [secondbackup.simulation].
@NullMarked
package secondbackup.simulation.cloudtrail;

import org.jspecify.annotations.NullMarked;
