package secondbackup.simulation.backup;

import secondbackup.simulation.events.Events;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Snapshots;

/// All state that a copy reads or changes.
public record CopyWorld(
        Organization organization,
        Roles roles,
        Access access,
        Keys keys,
        Snapshots snapshots,
        Vaults vaults,
        CopyJobs jobs,
        Settings settings,
        Events events,
        SimulatedTime time,
        Chance chance,
        Switches switches) {}
