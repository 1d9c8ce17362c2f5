/// Reads the simulated world's inner state, not its API, and says of each cluster whether its promise truly
/// holds, if not why, and what goes wrong on the way of its copies; then compares that with what a report says.
/// Shares no code with the product.
///
/// 1. When the report calls a cluster protected, the promise shall hold in truth.
/// 2. When the promise does not hold, the report shall have a gap of the right kind about it.
/// 3. When the promise holds, the report shall not say otherwise.
/// 4. When something goes wrong on the way of a cluster's copies, the report shall say so even while the
///    promise still holds, and shall not where nothing does.
/// 5. When the report could not see a cluster, its account shall be one that truly cannot be read.
@NullMarked
package secondbackup.oracle;

import org.jspecify.annotations.NullMarked;
