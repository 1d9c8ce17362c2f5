package secondbackup.simulation.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.RestoreJobs.RestoreJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DescribeRestoreJobRequest;
import software.amazon.awssdk.services.backup.model.DescribeRestoreJobResponse;
import software.amazon.awssdk.services.backup.model.StartRestoreJobRequest;
import software.amazon.awssdk.services.backup.model.StartRestoreJobResponse;

/// Restores of clusters, and how far they are: in the account and Region that hold the point, and nowhere else.
///
/// Source: AWS Backup Developer Guide, "StartRestoreJob", "DescribeRestoreJob", "Restoring an Amazon Aurora cluster"
/// (metadata), "Creating backup copies across AWS accounts" (where restores happen); Service Authorization Reference,
/// AWS Backup; read 2026-11-27.
final class RestoreJobOperations {
    private final Surroundings around;
    private final Vaults vaults;
    private final RestoreJobs jobs;
    private final RestoreRun run;

    RestoreJobOperations(Surroundings around, Vaults vaults, RestoreJobs jobs) {
        this.around = around;
        this.vaults = vaults;
        this.jobs = jobs;
        this.run = new RestoreRun(around, vaults);
    }

    void register(Operations operations) {
        operations.on(StartRestoreJobRequest.class, this::starting, this::start);
        operations.on(
                DescribeRestoreJobRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:DescribeRestoreJob", "*")),
                this::describe);
    }

    /// The policy of the vault that holds the point has its say, although the call names no vault.
    private List<AccessRequest> starting(StartRestoreJobRequest asked, Call call) {
        var point = String.valueOf(asked.recoveryPointArn());
        var rights = new ArrayList<AccessRequest>();
        rights.add(
                AccessRequest.of("backup:StartRestoreJob", point)
                        .guardedBy(
                                vault(point, call).map(vault -> vault.accessPolicy).orElse(""),
                                call.account()));
        if (asked.iamRoleArn() != null) {
            rights.add(ServiceRole.passing(asked.iamRoleArn()));
        }
        return rights;
    }

    private Optional<Vault> vault(String pointArn, Call call) {
        return vaults.in(call.account(), call.region()).stream()
                .filter(vault -> vault.points.containsKey(pointArn))
                .findFirst();
    }

    private StartRestoreJobResponse start(StartRestoreJobRequest asked, Call call) {
        var before = jobs.withToken(call.account(), call.region(), asked.idempotencyToken());
        if (before.isPresent()) {
            return answer(before.get());
        }
        var pointArn = given("RecoveryPointArn", asked.recoveryPointArn());
        var vault = vault(pointArn, call).orElseThrow(RestoreJobOperations::noPoint);
        var point = Optional.ofNullable(vault.points.get(pointArn));
        checkType(asked.resourceType(), point.orElseThrow(RestoreJobOperations::noPoint));
        var metadata = metadata(asked.metadata());
        var now = around.time().instant();
        var id = around.chance().uuid("restore job", pointArn, metadata, now, jobs.all().size());
        var job =
                new RestoreJob(
                        call.account(),
                        call.region(),
                        id.toUpperCase(Locale.ROOT),
                        vault.arn(),
                        pointArn,
                        given("IamRoleArn", asked.iamRoleArn()),
                        metadata,
                        now);
        jobs.put(job, asked.idempotencyToken());
        run.accept(job);
        return answer(job);
    }

    private static AwsError noPoint() {
        return BackupErrors.notFound("Cannot find recovery point.");
    }

    private static void checkType(@Nullable String asked, RecoveryPoint point) {
        if (asked != null && !asked.equals(point.resourceType)) {
            throw BackupErrors.invalidValue(
                    "Resource type " + asked + " does not match that of the recovery point.");
        }
    }

    /// AWS writes the names of the fields in both ways: `dbClusterIdentifier` and `DBClusterIdentifier`.
    private static SequencedMap<String, String> metadata(Map<String, String> asked) {
        var metadata = new TreeMap<String, String>();
        asked.forEach((field, value) -> metadata.put(field.toLowerCase(Locale.ROOT), value));
        for (var needed : List.of("dbClusterIdentifier", "engine")) {
            if (!metadata.containsKey(needed.toLowerCase(Locale.ROOT))) {
                throw BackupErrors.invalidValue(
                        "Metadata for restoring an Amazon Aurora cluster lacks " + needed + ".");
            }
        }
        return metadata;
    }

    private static String given(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw BackupErrors.missingValue(parameter);
        }
        return value;
    }

    private static StartRestoreJobResponse answer(RestoreJob job) {
        return StartRestoreJobResponse.builder().restoreJobId(job.id).build();
    }

    private DescribeRestoreJobResponse describe(DescribeRestoreJobRequest asked, Call call) {
        var id = String.valueOf(asked.restoreJobId());
        var job =
                jobs.find(id)
                        .filter(found -> found.account.equals(call.account()))
                        .filter(found -> found.region.equals(call.region()))
                        .orElseThrow(() ->
                                BackupErrors.notFound("Cannot find restore job with ID " + id));
        var answer =
                DescribeRestoreJobResponse.builder()
                        .accountId(job.account)
                        .restoreJobId(job.id)
                        .backupVaultArn(job.vaultArn)
                        .recoveryPointArn(job.pointArn)
                        .creationDate(job.createdAt)
                        .completionDate(job.completedAt)
                        .status(job.status)
                        .statusMessage(VaultViews.orNull(job.message))
                        .percentDone(job.status.equals("COMPLETED") ? "100.00%" : "0.00%")
                        .iamRoleArn(job.roleArn)
                        .createdResourceArn(VaultViews.orNull(job.createdArn))
                        .isParent(false);
        vaults.find(job.vaultArn)
                .map(vault -> vault.points.get(job.pointArn))
                .ifPresent(point ->
                        answer.resourceType(point.resourceType)
                                .recoveryPointCreationDate(point.createdAt)
                                .sourceResourceArn(point.resourceArn));
        return answer.build();
    }
}
