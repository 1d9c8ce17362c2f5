/// Doors: the operator's command line, `audit`, `doctor` and `enrol`. With [secondbackup.handler] the only room
/// that reads the environment and the clock.
///
/// 1. When a command is run, it shall make no call that `--calls` does not list; another one fails before it is
///    made.
/// 2. When a role is assumed in an account, the session shall have the rights of our own reading roles and the
///    few that the command needs, whatever the role could do.
/// 3. When something could not be looked at, the exit code shall say so, and the rest shall be printed.
/// 4. When the command line is wrong, one message shall say what was got and what was expected, and nothing shall
///    be done.
/// 5. When a command is stopped, the change that has begun shall be ended, and what was done shall have been
///    said.
/// 6. No command can delete, shorten or unlock a backup: there is no such call.
///
/// Progress goes to the standard error, results to the standard output. Calls everything to its left. Out of
/// scope: what a gap is (`gap`), and its words (`report`).
@NullMarked
package secondbackup.cli;

import org.jspecify.annotations.NullMarked;
