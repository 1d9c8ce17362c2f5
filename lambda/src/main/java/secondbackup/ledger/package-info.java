/// The ledger: what was found of every cluster on every day, in files that nobody can change, each naming the hash
/// of the one before.
///
/// 1. When a day is over, its file shall say what the day's last report and its history said, and nothing that a
///    later look could change.
/// 2. When one file was changed, left out or put in, the chain shall break there, and the check shall say where.
///
/// The last file is held by the next one, and by the bucket's Object Lock until then. Out of scope: where the
/// files lie (`aws`), when they are written (`sweep`).
@NullMarked
package secondbackup.ledger;

import org.jspecify.annotations.NullMarked;
