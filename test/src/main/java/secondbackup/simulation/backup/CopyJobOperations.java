package secondbackup.simulation.backup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DescribeCopyJobRequest;
import software.amazon.awssdk.services.backup.model.DescribeCopyJobResponse;
import software.amazon.awssdk.services.backup.model.ListCopyJobsRequest;
import software.amazon.awssdk.services.backup.model.StartCopyJobRequest;
import software.amazon.awssdk.services.backup.model.StartCopyJobResponse;

/// `StartCopyJob`, `DescribeCopyJob`, `ListCopyJobs`.
///
/// Source: AWS Backup API model, the shapes of those names, 2026-11-22; Service Authorization Reference, AWS
/// Backup, for the rights.
public final class CopyJobOperations {
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::\\d{12}:role/.+");

    private final Copies copies;
    private final CopyWorld world;
    private final CopyJobList list;

    public CopyJobOperations(Copies copies) {
        this.copies = copies;
        world = copies.world();
        list = new CopyJobList(world);
    }

    public void register(Operations operations) {
        operations.on(StartCopyJobRequest.class, this::startRights, this::start);
        operations.on(
                DescribeCopyJobRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:DescribeCopyJob", "*")),
                this::describe);
        operations.on(
                ListCopyJobsRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListCopyJobs", "*")),
                list::answer);
    }

    private List<AccessRequest> startRights(StartCopyJobRequest request, Call call) {
        var policy =
                world.vaults()
                        .find(call.account(), call.region(), text(request.sourceBackupVaultName()))
                        .map(vault -> vault.accessPolicy)
                        .orElse("");
        return List.of(
                AccessRequest.of("backup:StartCopyJob", text(request.recoveryPointArn()))
                        .guardedBy(policy, call.account()),
                ServiceRole.passing(text(request.iamRoleArn())));
    }

    private StartCopyJobResponse start(StartCopyJobRequest request, Call call) {
        var token = text(request.idempotencyToken());
        var job = earlier(call, token).orElseGet(() -> copies.order(order(request, call, token)));
        return StartCopyJobResponse.builder()
                .copyJobId(job.id)
                .creationDate(job.createdAt)
                .isParent(false)
                .build();
    }

    /// A repeat is a success with no action, also when the job has failed since, as long as AWS Backup
    /// remembers the token.
    private Optional<CopyJob> earlier(Call call, String token) {
        return world.jobs()
                .findByToken(call.account(), call.region(), token)
                .filter(job ->
                        world.switches()
                                .tokenMemory()
                                .holds(Duration.between(job.createdAt, world.now())));
    }

    private CopyOrder order(StartCopyJobRequest request, Call call, String token) {
        var vaultName = required("SourceBackupVaultName", request.sourceBackupVaultName());
        var pointArn = required("RecoveryPointArn", request.recoveryPointArn());
        var target =
                shaped(
                        Vaults.ARN,
                        "DestinationBackupVaultArn",
                        request.destinationBackupVaultArn());
        var role = shaped(ROLE, "IamRoleArn", request.iamRoleArn());
        var days = request.lifecycle() == null ? null : request.lifecycle().deleteAfterDays();
        Lifecycles.days(request.lifecycle());
        var source =
                world.vaults()
                        .find(call.account(), call.region(), vaultName)
                        .orElseThrow(() ->
                                BackupErrors.notFound("Cannot find Backup vault " + vaultName));
        checkTarget(call, source, target);
        if (!CopyRole.account(role).equals(call.account())) {
            throw BackupErrors.accessDenied("Cross-account pass role is not allowed.");
        }
        return new CopyOrder(source, point(source, pointArn), target, role, days, token, "");
    }

    /// Only what is near is looked at at once; a vault elsewhere is found missing by the job.
    private void checkTarget(Call call, Vault source, String target) {
        if (source.arn().equals(target)) {
            throw BackupErrors.invalidValue("Source and destination vaults must be different.");
        }
        var near = target.startsWith(call.arn("backup-vault:"));
        if (near && world.vaults().find(target).isEmpty()) {
            throw BackupErrors.notFound("Cannot find Backup vault " + target);
        }
    }

    private static RecoveryPoint point(Vault source, String pointArn) {
        var point = source.points.get(pointArn);
        if (point == null) {
            throw BackupErrors.notFound("Cannot find recovery point.");
        }
        if (point.continuous) {
            throw BackupErrors.invalidRequest(
                    "Copying a continuous recovery point is not supported.");
        }
        if (!point.status.equals("COMPLETED") && !point.status.equals("AVAILABLE")) {
            throw BackupErrors.invalidRequest(
                    "Recovery point " + pointArn + " is not in the available state.");
        }
        return point;
    }

    private DescribeCopyJobResponse describe(DescribeCopyJobRequest request, Call call) {
        var id = required("CopyJobId", request.copyJobId());
        return world.jobs()
                .find(id)
                .filter(job -> job.account.equals(call.account()))
                .filter(job -> job.region.equals(call.region()))
                .map(job ->
                        DescribeCopyJobResponse.builder().copyJob(CopyJobList.view(job)).build())
                .orElseThrow(() -> BackupErrors.notFound("Cannot find copy job " + id));
    }

    private static String shaped(Pattern shape, String name, @Nullable String value) {
        var given = required(name, value);
        if (!shape.matcher(given).matches()) {
            throw BackupErrors.invalidValue("Invalid " + name + " " + given);
        }
        return given;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw BackupErrors.missingValue(name);
        }
        return value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
