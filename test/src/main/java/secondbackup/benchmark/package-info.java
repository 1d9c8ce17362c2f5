/// Measures what tests must not: how long things take, and how much memory. Each class here is a program of its
/// own that prints figures of one run on one machine; compare only figures of the same run.
///
/// `CopyBenchmark` races the copy planner against what a plan's copy actions and a simple loop would do, and against
/// more than anybody could do; its figures are exact. `PlanBenchmark` tells how long one plan takes. `SweepBenchmark`, which
/// measures whole sweeps, lies with the tests, for it needs their organizations.
///
/// 1. When a figure is a count of calls, it shall be exact, whatever the machine.
@NullMarked
package secondbackup.benchmark;

import org.jspecify.annotations.NullMarked;
