/// Edge: the only room with the AWS SDK. One reader or doer per file; answers become facts or typed outcomes.
///
/// 1. When a call fails, AWS's error code and message shall be kept, and no SDK exception shall leave this
///    room.
/// 2. When one call of a listing fails, the whole listing shall count as unread: never a partial list.
/// 3. When AWS answers without something that it always gives, that shall count as unread too.
/// 4. When Regions are read side by side, the result shall not depend on which came first.
/// 5. When a connection is told which calls are allowed, any other shall fail before it is made.
/// 6. When a session is given a policy, it shall be able to do no more than that, whatever its role can.
///
/// Calls `sweep` (whose ports it fills) and everything to its left. Out of scope: what follows from what was
/// read.
@NullMarked
package secondbackup.aws;

import org.jspecify.annotations.NullMarked;
