/// Facts: what one sweep saw, including what it could not see. Records and sealed interfaces only; no
/// decisions, no words.
///
/// 1. When something could not be read, there shall be a value that says so, with the cause.
/// 2. When AWS reports a state that this version does not know, the text shall be kept as it came.
/// 3. Lists are sorted, so that two sweeps over the same world are equal.
@NullMarked
package secondbackup.inventory;

import org.jspecify.annotations.NullMarked;
