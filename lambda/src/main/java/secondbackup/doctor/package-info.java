/// Decision: what stands in the way of copies before there is one, and what to do about it. Findings with their
/// words and one exact next step each; the changes that no template can make.
///
/// 1. When a setting could not be looked at, the finding shall say so: not seen is never fine.
/// 2. When a check finds something, it shall name the place and give one fix.
/// 3. When a change has been made already, it shall not be among the changes to make.
///
/// Pure. Out of scope: reading settings and making changes (`aws`); promises that are broken (`gap`).
@NullMarked
package secondbackup.doctor;

import org.jspecify.annotations.NullMarked;
