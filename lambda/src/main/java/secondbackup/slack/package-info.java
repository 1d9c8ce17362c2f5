/// Edge: the only room with HTTP of its own. Brings a message to a Slack incoming webhook.
///
/// 1. The webhook's URL is a secret: it shall be in no cause, log or exception.
/// 2. When Slack does not take a message, the caller shall hear of it.
///
/// Out of scope: what is said (`report`), where the URL comes from (`aws`).
@NullMarked
package secondbackup.slack;

import org.jspecify.annotations.NullMarked;
