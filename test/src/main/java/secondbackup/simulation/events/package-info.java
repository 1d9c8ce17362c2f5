/// Amazon EventBridge: what AWS Backup emits on its way ([secondbackup.simulation.events.Events]), buses with rules,
/// patterns and targets. Targets of other services are reached through [secondbackup.simulation.targets].
@NullMarked
package secondbackup.simulation.events;

import org.jspecify.annotations.NullMarked;
