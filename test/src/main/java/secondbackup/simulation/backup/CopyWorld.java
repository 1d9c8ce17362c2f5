package secondbackup.simulation.backup;

import java.time.Instant;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Snapshots;

/// All state that a copy reads or changes.
public record CopyWorld(Surroundings around, Vaults vaults, Settings settings, CopyJobs jobs) {
    Organization organization() {
        return around.organization();
    }

    Roles roles() {
        return around.roles();
    }

    Access access() {
        return around.access();
    }

    Keys keys() {
        return around.keys();
    }

    Snapshots snapshots() {
        return around.snapshots();
    }

    SimulatedTime time() {
        return around.time();
    }

    Instant now() {
        return around.time().instant();
    }

    Chance chance() {
        return around.chance();
    }

    Switches switches() {
        return around.switches();
    }
}
