/// What was, day by day: how each cluster's promise stood, and how many clusters stood well. Rolled forward from
/// the last report's own history, so that there is no database.
///
/// 1. When several sweeps look in one day, the worst that one of them saw shall count.
/// 2. When no sweep looked on a day, or a cluster could not be seen, that day shall be unseen, never kept.
/// 3. When the same sweep is told twice, the history shall be the same.
/// 4. No more than [secondbackup.history.History#DAYS_MAX] days shall be kept.
///
/// Days are those of UTC. Out of scope: what a verdict is (`verify`), how it is shown (`page`).
@NullMarked
package secondbackup.history;

import org.jspecify.annotations.NullMarked;
