/// Doors: one class per Lambda, its wiring and its settings. With `cli` the only room that reads the environment
/// and the clock.
///
/// 1. When a Lambda is woken, the time shall be read once, cut to AWS Backup's precision of milliseconds.
/// 2. When an event or a setting is wrong, one message shall name everything that is wrong with it.
/// 3. When a sweep cannot do its work, the invocation shall fail, so that the alarm rings.
/// 4. No secret shall be in a log line.
///
/// Every handler has two public constructors: an empty one, and one that takes its [Surroundings].
@NullMarked
package secondbackup.handler;

import org.jspecify.annotations.NullMarked;
