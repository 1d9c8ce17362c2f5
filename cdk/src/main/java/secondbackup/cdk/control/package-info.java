/// The control account: the Lambdas, the state machine that runs a sweep, what wakes them, what they write, and the
/// alarms about them.
///
/// 1. When a step of a sweep fails, somebody shall hear of it: by the report where there is one, else by an alarm.
/// 2. When a message or an event cannot be delivered, it shall wait in a queue whose alarm rings.
/// 3. Roles and resource policies shall come from `policies/`; no right is written here.
/// 4. The webhook's secret shall not be in a template: somebody puts it into AWS Secrets Manager by hand, under the
///    estate's name for it.
///
/// Out of scope: what the Lambdas do (`lambda`), tripwires and the dead-man's alarm (`watch`).
@NullMarked
package secondbackup.cdk.control;

import org.jspecify.annotations.NullMarked;
