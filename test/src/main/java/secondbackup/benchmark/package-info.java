/// Measures what tests must not: how long things take, and how much memory. Each class here is a program of its
/// own that prints figures of one run on one machine; compare only figures of the same run.
///
/// 1. When a figure is a count of calls, it shall be exact, whatever the machine.
@NullMarked
package secondbackup.benchmark;

import org.jspecify.annotations.NullMarked;
