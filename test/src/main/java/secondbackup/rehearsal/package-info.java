/// The main job on a simulated organization, for a newcomer's terminal and for whole-system tests.
///
/// 1. On the first day, every stack that was synthesized shall be deployed by the administrators of its account, in the
///    README's order; a stack that is not done shall end the rehearsal with its events.
/// 2. Nothing shall be made or woken by hand after that: schedules, rules, queues and the state machine that were deployed
///    wake the Lambdas. [Lambdas] is for those who want a run at a moment of their own; it invokes what was deployed.
/// 3. When a Lambda is woken, it shall be a new one, entered through its own door with AWS's event JSON, under the session
///    of its deployed role.
/// 4. When the seed is the same, the output shall be the same. So a Lambda reads one thing after the other and takes no
///    simulated time: the oracle is asked about the one moment that the sweep saw.
/// 5. When a new report lies in the bucket, the oracle shall be asked whether it is true.
///
/// The estate names the vault's key, which is known only once the vault is deployed. A person writes it down and builds a
/// second time; here AWS KMS is told to draw that id. The example estate begins in governance mode; the vault's stack is
/// deployed once more with the grace time of compliance mode, as synthesis writes it with the two switches on.
@NullMarked
package secondbackup.rehearsal;

import org.jspecify.annotations.NullMarked;
