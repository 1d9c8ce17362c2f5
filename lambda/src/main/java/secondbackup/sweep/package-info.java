/// Flow: observe, decide, act. Declares the ports; their edges are in `aws` and `slack`.
///
/// 1. When a Lambda is woken, it shall read everything anew; an event only makes it run sooner.
/// 2. When an item could not be read or done, the sweep shall go on, and say so.
/// 3. When the sweep itself fails, it shall throw, so that the invocation fails and the alarm rings.
@NullMarked
package secondbackup.sweep;

import org.jspecify.annotations.NullMarked;
