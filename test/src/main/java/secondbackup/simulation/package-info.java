/// A simulated AWS organization: the parts of AWS that a second backup touches, with AWS's own wire
/// protocols, error codes and refusals, a clock that moves only when told, and one seed for all chance.
///
/// Whoever drives it sees three things: an HTTP client that answers as AWS would
/// ([secondbackup.simulation.wire]), the clock ([secondbackup.simulation.physics.SimulatedTime]), and the
/// inner state, which only an oracle or a fault may read or change behind AWS's back.
///
/// Packages call only those to their left:
/// `physics <- iam <- wire <- organizations <- {sts, roles, kms, targets} <- rds <- {cloudtrail, cloudwatch, s3, secrets} <- {events, sqs, sns, logs} <- lambda <- {states, scheduler} <- backup <- cloudformation <- resources <- world`.
///
/// 1. Every behaviour cites the AWS page or API model shape it was read from, with the date.
/// 2. Where AWS leaves a behaviour open, it is a field of [secondbackup.simulation.physics.Switches].
/// 3. Failures arise from the world's own keys, policies, locks, quotas and switches. Only stuck jobs,
///    throttles, server errors, time-outs and AWS-internal failures are injected.
/// 4. Every call is authorized: an operation cannot be registered without saying what it needs.
/// 5. Every chance is drawn from the seed and a key of the thing it concerns, never from a sequence, so
///    that the order of parallel calls does not matter.
@NullMarked
package secondbackup.simulation;

import org.jspecify.annotations.NullMarked;
