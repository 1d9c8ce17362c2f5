/// What was synthesized, deployed into simulated organizations: the first day, the days after it, and what becomes of
/// accounts that come and go, stacks that drift, promises that change, and moves between targets.
///
/// 1. Organizations here live by the deployed schedules, rules and queue alone; nobody drives a Lambda by hand.
/// 2. Tests of one class share an organization where they can, each with an account of its own: a day costs real time.
///
/// Out of scope: who could undo a backup ([secondbackup.attacks]).
@NullMarked
package secondbackup.deployed;

import org.jspecify.annotations.NullMarked;
