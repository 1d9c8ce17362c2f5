/// Who could undo a second backup, and what stops or betrays them: every attack of the security section's table, tried
/// for real by every actor against every kind of vault, in an organization into which the synthesized stacks were
/// deployed and which has lived for some days.
///
/// 1. Attacks go over the wire with the actor's credentials; what is refused is told apart by AWS's own words.
/// 2. What succeeds is looked for in Slack for the next minutes, and where nothing rang, in the next report.
/// 3. What an attack changed is put back after it, so that all cells of a kind share one world: [Remedy].
/// 4. When the README's table is not what happened, the test shall fail and print the table that is.
/// 5. Where AWS leaves open whether it refuses, the world is the one in which it does not.
@NullMarked
package secondbackup.attacks;

import org.jspecify.annotations.NullMarked;
