/// Decision: which promises are broken, how badly. A gap holds its evidence; the words are `report`'s.
///
/// 1. When a rung fails, there shall be a gap; the compiler refuses a doubt without one.
/// 2. When an account, Region, vault or key could not be read, or was not read at all, there shall be a gap.
/// 3. When a cluster is younger than its copy may be old, its missing copy shall be no gap yet.
/// 4. When a vault does not exist, its clusters have no copy: that is known, not unread.
/// 5. When one vault is the cause for many clusters, there shall be one gap for the vault.
/// 6. When clusters vanish of which the last report or the vault tells, more than in a day's work, there shall be a gap.
/// 7. When one thing is the cause of many gaps, there shall be one root cause with all of them.
/// 8. When promises will be broken for want of copy slots, there shall be a gap before they are.
@NullMarked
package secondbackup.gap;

import org.jspecify.annotations.NullMarked;
