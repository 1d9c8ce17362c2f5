/// Decision: what is believed of each cluster's copies, and how deeply that was checked.
///
/// 1. When a rung fails, a doubt with its evidence shall say why.
/// 2. When the vault could not be read, no rung shall be reached.
/// 3. When the newest copy fails to be present, the next older one shall be judged too: it is what people
///    would go back to.
/// 4. When the engine versions or the place of recovery could not be read, no copy shall count as restorable.
///
/// Out of scope: which doubts are broken promises (`gap`).
@NullMarked
package secondbackup.verify;

import org.jspecify.annotations.NullMarked;
