package secondbackup.simulation.backup;

import secondbackup.simulation.events.Events;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.Restoring;
import secondbackup.simulation.rds.Snapshots;

/// What AWS Backup stands on: the laws of the world, and the state of the services that it uses.
public record Surroundings(
        SimulatedTime time,
        Chance chance,
        Switches switches,
        Organization organization,
        Roles roles,
        Access access,
        Keys keys,
        Clusters clusters,
        Snapshots snapshots,
        Restoring restoring,
        Events events) {}
