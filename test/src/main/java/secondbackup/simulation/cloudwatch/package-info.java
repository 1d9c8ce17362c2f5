/// Amazon CloudWatch: the sizes of volumes, what services and functions measure, and alarms on it.
@NullMarked
package secondbackup.simulation.cloudwatch;

import org.jspecify.annotations.NullMarked;
