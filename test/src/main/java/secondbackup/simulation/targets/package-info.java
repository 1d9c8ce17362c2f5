/// What AWS's services hand to each other: a parcel for a resource, in whose name, and what became of it.
///
/// 1. Each service that can be woken registers itself once, under its name in ARNs.
/// 2. Whoever takes a parcel asks for the right to do so, since only it knows action and resource policy.
/// 3. A refusal is an answer, never an exception: the sender counts it, retries it or keeps it in a dead-letter queue.
@NullMarked
package secondbackup.simulation.targets;

import org.jspecify.annotations.NullMarked;
