/// AWS Step Functions: state machines written in the Amazon States Language, and their executions.
///
/// 1. A definition with a field, a state, a resource or a function that is not understood here is refused whole, every
///    problem by state and field. So is JSONata.
/// 2. A machine acts in its role: what the role may not do is an error of the state, which may be retried and caught.
/// 3. Waiting, retrying and the runs of functions take simulated time.
/// 4. A Distributed Map needs the right to start executions of its own machine; its children fail by themselves, up to
///    what is tolerated.
///
/// Source: Amazon States Language specification and AWS Step Functions Developer Guide, read 2026-11-27.
@NullMarked
package secondbackup.simulation.states;

import org.jspecify.annotations.NullMarked;
