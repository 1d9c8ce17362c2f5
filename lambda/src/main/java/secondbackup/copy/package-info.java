/// Decision: which copies to start now, and where each cluster stands on its way to the vault.
///
/// 1. When a cluster has a job in progress, it shall get no order: AWS runs one job per resource.
/// 2. When fewer slots are free than copies are due, the order shall be that of several whose foreseeable future breaks
///    promises least; no vault shall get more than it has slots, and nobody shall wait for ever.
/// 3. When a job failed for a reason that only people can change, the same point shall not be tried again.
/// 4. When a failure may pass, the point shall be tried again a bounded number of times, later each time.
/// 5. When a job is called completed and its copy is not seen, nothing shall be ordered before the vault was
///    read again, and then only once.
/// 6. The same decision twice shall carry the same token, and a retry another one.
///
/// Out of scope: starting anything (`sweep`, `aws`); judging what arrived (`verify`).
@NullMarked
package secondbackup.copy;

import org.jspecify.annotations.NullMarked;
