/// The main job on a simulated organization, for a newcomer's terminal and for whole-system tests.
///
/// 1. When a Lambda is woken, it shall be a new one, entered through its own door with AWS's event JSON.
/// 2. When the seed is the same, the output shall be the same.
/// 3. When a sweep ends, the oracle shall be asked whether its report is true.
@NullMarked
package secondbackup.rehearsal;

import org.jspecify.annotations.NullMarked;
