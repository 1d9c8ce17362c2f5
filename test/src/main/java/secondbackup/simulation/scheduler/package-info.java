/// Amazon EventBridge Scheduler: schedules that wake targets in a role.
@NullMarked
package secondbackup.simulation.scheduler;

import org.jspecify.annotations.NullMarked;
