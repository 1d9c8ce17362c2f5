package secondbackup.simulation.world;

import java.util.Optional;
import secondbackup.simulation.backup.Copies;
import secondbackup.simulation.backup.CopyJobOperations;
import secondbackup.simulation.cloudtrail.CloudTrailOperations;
import secondbackup.simulation.cloudwatch.CloudWatchOperations;
import secondbackup.simulation.kms.KmsOperations;
import secondbackup.simulation.organizations.OrganizationsOperations;
import secondbackup.simulation.rds.ExportOperations;
import secondbackup.simulation.rds.ExportTarget;
import secondbackup.simulation.rds.RdsOperations;
import secondbackup.simulation.roles.RoleOperations;
import secondbackup.simulation.s3.S3Operations;
import secondbackup.simulation.secrets.SecretsOperations;
import secondbackup.simulation.sts.StsOperations;
import secondbackup.simulation.wire.Operations;

/// Registers what each service answers.
record Answers(SimulatedOrganization from) {

    Operations of(Copies copies) {
        var operations = new Operations();
        var chance = from.chance();
        var time = from.time();
        new OrganizationsOperations(
                        from.organization(), from.access(), new Closing(from)::close, chance, time)
                .register(operations);
        new StsOperations(from.sessions(), from.roles()).register(operations);
        new RoleOperations(from.roles(), from.users(), chance).register(operations);
        new KmsOperations(from.keys(), from.access(), from.roles(), chance, time)
                .register(operations);
        new RdsOperations(
                        from.clusters(),
                        from.snapshots(),
                        from.keys(),
                        from.engineVersions(),
                        from.subnetGroups(),
                        from.switches(),
                        chance,
                        time)
                .register(operations);
        new ExportOperations(
                        from.snapshots(),
                        from.keys(),
                        from.roles(),
                        from.access(),
                        this::exportTarget,
                        time)
                .register(operations);
        new CloudWatchOperations(from.clusters(), time).register(operations);
        new CloudTrailOperations(from.trails(), from.organization()).register(operations);
        new S3Operations(from.buckets(), chance, time).register(operations);
        new SecretsOperations(from.secrets(), from.keys()).register(operations);
        from.machinery().register(operations);
        from.backup().register(operations);
        new CopyJobOperations(copies).register(operations);
        return operations;
    }

    private Optional<ExportTarget> exportTarget(String name) {
        return from.buckets()
                .find(name)
                .map(bucket ->
                        new ExportTarget(
                                bucket.name,
                                bucket.arn(),
                                bucket.account,
                                bucket.region,
                                bucket.policy));
    }
}
