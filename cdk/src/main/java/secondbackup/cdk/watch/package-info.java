/// What watches over the rest: tripwires in the accounts that matter, and the alarm for silence.
///
/// 1. When somebody makes a call of `policies/watch/tripwires.json`, the control bus shall hear of it: calls of an
///    account's Region by a rule in that Region, calls of global services by one in us-east-1.
/// 2. When no report has been written for too long, people shall hear of it, also when the control account or its
///    Region is gone: the alarm lives in another account and another Region.
/// 3. When a week brings no self-test, people shall hear of it: a schedule in the vault account makes a call that rings
///    and changes nothing, and an alarm (`control`) waits for its notice.
///
/// Out of scope: the rules of member accounts (`member`), what people are told of a call (`lambda`, Notify).
@NullMarked
package secondbackup.cdk.watch;

import org.jspecify.annotations.NullMarked;
