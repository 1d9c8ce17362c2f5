/// Words: the report, and the notice; and what of them is a number for metrics. Nothing else in the product makes sentences, but for the doctor's findings.
///
/// 1. When there is a gap, the report shall name its account, Region, cluster, since when it stands, the cause
///    as far as it is known, and the remedy.
/// 2. When something was not seen, the report shall say how much.
/// 3. When a name comes from a source account, it shall stay text: never markup, never a link.
@NullMarked
package secondbackup.report;

import org.jspecify.annotations.NullMarked;
