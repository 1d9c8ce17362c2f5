/// AWS Lambda: functions, who may invoke them, how often at a time, and what happens when they fail. What a function
/// does is the caller's: [secondbackup.simulation.lambda.LambdaRuntime].
///
/// 1. A function runs under a session of its execution role, which must trust Lambda.
/// 2. What a function does happens at the moment it starts; it answers, and frees its place, when its time is over.
/// 3. Errors are as Lambda handles them: invoked by event, it is tried twice more; from a queue, the messages return
///    there; invoked by a state machine, the machine decides.
@NullMarked
package secondbackup.simulation.lambda;

import org.jspecify.annotations.NullMarked;
