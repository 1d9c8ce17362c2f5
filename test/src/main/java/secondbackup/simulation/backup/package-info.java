/// AWS Backup: vaults, locks, plans executed by the clock, jobs, recovery points, copies, holds and settings.
@NullMarked
package secondbackup.simulation.backup;

import org.jspecify.annotations.NullMarked;
