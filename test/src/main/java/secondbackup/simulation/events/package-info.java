/// Amazon EventBridge: what AWS Backup emits on its way ([secondbackup.simulation.events.Events]), buses with rules,
/// patterns and targets, and a short cut ([secondbackup.simulation.events.ControlBus]) for worlds in which nothing is
/// deployed. Targets of other services are reached through [secondbackup.simulation.targets].
@NullMarked
package secondbackup.simulation.events;

import org.jspecify.annotations.NullMarked;
