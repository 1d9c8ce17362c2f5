package secondbackup.simulation.rds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.rds.ExportTasks.Task;
import secondbackup.simulation.rds.ExportTasks.Where;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksResponse;
import software.amazon.awssdk.services.rds.model.ExportTask;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;
import software.amazon.awssdk.services.rds.model.StartExportTaskResponse;

/// Exports of cluster snapshots to Amazon S3, and how far they are. What is written there is not simulated, nor are
/// exports of running clusters.
///
/// Source: Amazon RDS API model, StartExportTask, StartExportTaskMessage (rights of the caller on the key, rights of
/// the role on the bucket), DescribeExportTasks, ExportTask; Service Authorization Reference, "Amazon RDS"
/// (StartExportTask: dependent action `iam:PassRole`); read 2026-11-27.
public final class ExportOperations {
    private static final Duration STARTS_AFTER = Duration.ofMinutes(10);
    private static final long BYTES_A_MINUTE = 1L << 30;
    private static final int NAME_MOST = 60;

    private final Snapshots snapshots;
    private final Keys keys;
    private final ExportChecks checks;
    private final SimulatedTime time;
    private final ExportTasks tasks = new ExportTasks();

    public ExportOperations(
            Snapshots snapshots,
            Keys keys,
            Roles roles,
            Access access,
            ExportTarget.Finder buckets,
            SimulatedTime time) {
        this.snapshots = snapshots;
        this.keys = keys;
        this.checks = new ExportChecks(snapshots, keys, roles, access, buckets);
        this.time = time;
    }

    public void register(Operations operations) {
        operations.on(StartExportTaskRequest.class, ExportOperations::starting, this::start);
        operations.on(
                DescribeExportTasksRequest.class,
                (_, _) -> List.of(AccessRequest.of("rds:DescribeExportTasks", "*")),
                this::describe);
    }

    private static List<AccessRequest> starting(StartExportTaskRequest asked, Call call) {
        return List.of(
                AccessRequest.of("rds:StartExportTask", asked.sourceArn()),
                AccessRequest.of("iam:PassRole", asked.iamRoleArn())
                        .with("iam:PassedToService", ExportChecks.SERVICE));
    }

    private StartExportTaskResponse start(StartExportTaskRequest asked, Call call) {
        var id =
                Identifiers.checked(
                        "ExportTaskIdentifier", asked.exportTaskIdentifier(), NAME_MOST);
        if (tasks.find(call.account(), call.region(), id).isPresent()) {
            throw new AwsError(
                    400, "ExportTaskAlreadyExists", "The export task " + id + " already exists.");
        }
        var source = checks.source(asked.sourceArn(), call);
        var bucket = checks.bucket(asked.s3BucketName(), asked.iamRoleArn(), call);
        var key = checks.key(asked.kmsKeyId(), call);
        var where = new Where(bucket, text(asked.s3Prefix()), asked.iamRoleArn(), key);
        var task = new Task(call.account(), call.region(), id, source, where);
        tasks.put(task);
        time.after(STARTS_AFTER, "export " + id + " begins", () -> run(task));
        var told = shown(task);
        return StartExportTaskResponse.builder()
                .exportTaskIdentifier(told.exportTaskIdentifier())
                .sourceArn(told.sourceArn())
                .sourceType(told.sourceType())
                .snapshotTime(told.snapshotTime())
                .s3Bucket(told.s3Bucket())
                .s3Prefix(told.s3Prefix())
                .iamRoleArn(told.iamRoleArn())
                .kmsKeyId(told.kmsKeyId())
                .status(told.status())
                .percentProgress(told.percentProgress())
                .totalExtractedDataInGB(told.totalExtractedDataInGB())
                .build();
    }

    private void run(Task task) {
        task.status = "IN_PROGRESS";
        task.startedAt = time.instant();
        var minutes = 1 + task.sizeBytes / BYTES_A_MINUTE;
        time.after(Duration.ofMinutes(minutes), "export " + task.id + " ends", () -> end(task));
    }

    /// A snapshot that went meanwhile, or whose key did, cannot be read to its end.
    private void end(Task task) {
        var source = snapshots.find(task.sourceArn);
        task.endedAt = time.instant();
        if (source.isEmpty() || !readable(source.get())) {
            task.status = "FAILED";
            task.failure = "The snapshot " + task.sourceArn + " can no longer be read.";
            return;
        }
        task.status = "COMPLETE";
        task.percent = 100;
    }

    private boolean readable(Snapshot snapshot) {
        return snapshot.keyArn.isEmpty()
                || keys.find(snapshot.keyArn)
                        .filter(key -> key.state == Keys.State.ENABLED)
                        .isPresent();
    }

    private DescribeExportTasksResponse describe(DescribeExportTasksRequest asked, Call call) {
        var found =
                tasks.in(call.account(), call.region()).stream()
                        .filter(task -> is(asked.exportTaskIdentifier(), task.id))
                        .filter(task -> is(asked.sourceArn(), task.sourceArn))
                        .toList();
        if (asked.exportTaskIdentifier() != null && found.isEmpty()) {
            throw new AwsError(
                    404,
                    "ExportTaskNotFound",
                    "The export task " + asked.exportTaskIdentifier() + " was not found.");
        }
        var page = Page.of(found, task -> task.id, asked.maxRecords(), asked.marker());
        return DescribeExportTasksResponse.builder()
                .exportTasks(page.items().stream().map(ExportOperations::shown).toList())
                .marker(page.marker())
                .build();
    }

    private static boolean is(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equalsIgnoreCase(actual);
    }

    private static ExportTask shown(Task task) {
        var done = task.status.equals("COMPLETE");
        return ExportTask.builder()
                .exportTaskIdentifier(task.id)
                .sourceArn(task.sourceArn)
                .sourceType("SNAPSHOT")
                .snapshotTime(task.snapshotAt)
                .taskStartTime(task.startedAt)
                .taskEndTime(task.endedAt)
                .s3Bucket(task.bucket)
                .s3Prefix(task.prefix)
                .iamRoleArn(task.role)
                .kmsKeyId(task.keyArn)
                .status(task.status)
                .percentProgress(task.percent)
                .totalExtractedDataInGB(done ? (int) (task.sizeBytes >> 30) : 0)
                .failureCause(task.failure.isEmpty() ? null : task.failure)
                .build();
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
