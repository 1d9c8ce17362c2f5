package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Ask;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksResponse;
import software.amazon.awssdk.services.rds.model.ExportTask;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;
import software.amazon.awssdk.services.rds.model.StartExportTaskResponse;

final class ExportOperationsTest {
    private static final String WRITES =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::lake*"}}\
            """;
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
            "Principal":{"Service":"export.rds.amazonaws.com"}}}\
            """;
    private static final String ADMITS_ITS_ACCOUNT =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*",
            "Principal":{"AWS":"arn:aws:iam::111122223333:root"}}}\
            """;

    private final RdsFixture rds = new RdsFixture(Switches.likely());
    private final SortedMap<String, ExportTarget> buckets =
            new TreeMap<>(
                    Map.of(
                            "lake", bucket("lake", RdsFixture.REGION),
                            "other", bucket("other", RdsFixture.REGION),
                            "lake-far", bucket("lake-far", "us-east-1")));
    private final Roles.Role role = new Roles.Role(RdsFixture.ACCOUNT, "export", "AROA1", TRUST);
    private final Keys.Key key =
            new Keys.Key(
                    RdsFixture.ACCOUNT,
                    RdsFixture.REGION,
                    "app",
                    Keys.Manager.CUSTOMER,
                    ADMITS_ITS_ACCOUNT);
    private final Snapshots.Snapshot snapshot;
    private final Ask ask;

    ExportOperationsTest() {
        rds.keys.put(key);
        role.policies.put("writes", WRITES);
        rds.roles.put(role);
        snapshot =
                rds.snapshot(
                        "awsbackup:job-1",
                        rds.cluster("orders", "aurora-mysql", Encryption.SSE_KMS));
        var operations = new Operations();
        var organization = new Organization("o-1", "999988887777");
        var access = new Access(rds.roles, organization, rds.time);
        new ExportOperations(rds.snapshots, rds.keys, rds.roles, access, this::find, rds.time)
                .register(operations);
        ask = new Ask(operations, RdsFixture.ACCOUNT, "rds", RdsFixture.REGION);
    }

    private Optional<ExportTarget> find(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    private static ExportTarget bucket(String name, String region) {
        return new ExportTarget(name, "arn:aws:s3:::" + name, RdsFixture.ACCOUNT, region, "");
    }

    @Test
    void startsWorksAndIsComplete() {
        assertThat(start(asked("out")).status()).isEqualTo("STARTING");

        rds.time.advance(Duration.ofMinutes(10));
        assertThat(told("out").status()).isEqualTo("IN_PROGRESS");
        rds.time.advance(Duration.ofMinutes(6).minusSeconds(1));
        assertThat(told("out").status()).isEqualTo("IN_PROGRESS");
        rds.time.advance(Duration.ofSeconds(1));

        assertThat(told("out").status()).isEqualTo("COMPLETE");
        assertThat(told("out").totalExtractedDataInGB()).isEqualTo(5);
        assertThat(told("out").sourceArn()).isEqualTo(snapshot.arn());
    }

    @Test
    void failsWhereTheSnapshotsKeyIsClosedMeanwhile() {
        start(asked("out"));
        rds.time.advance(Duration.ofMinutes(10));
        key.state = Keys.State.DISABLED;
        rds.time.advance(Duration.ofHours(1));

        assertThat(told("out").status()).isEqualTo("FAILED");
        assertThat(told("out").failureCause()).contains(snapshot.arn());
    }

    @Test
    void refusesANameThatIsTaken() {
        start(asked("out"));

        assertThatThrownBy(() -> start(asked("OUT"))).hasMessageContaining("already exists");
    }

    @Test
    void refusesABucketElsewhereOrThatTheRoleCannotWrite() {
        assertThatThrownBy(() -> start(asked("a").s3BucketName("no-such-bucket")))
                .hasMessageContaining("can't be found");
        assertThatThrownBy(() -> start(asked("a").s3BucketName("lake-far")))
                .hasMessageContaining("can't be found");
        assertThatThrownBy(() -> start(asked("a").s3BucketName("other")))
                .hasMessageContaining("isn't authorized");
        assertThatThrownBy(() -> start(asked("a").iamRoleArn(role.arn() + "s")))
                .hasMessageContaining("does not exist");
        role.trustPolicy = TRUST.replace("export.rds", "backup");
        assertThatThrownBy(() -> start(asked("a"))).hasMessageContaining("isn't allowed to assume");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void refusesAClosedKeyAndASnapshotInTheMakingOrOfOthers() {
        var foreign = rds.snapshot("444455556666", "theirs", rds.clusters.all().getFirst());
        assertThatThrownBy(() -> start(asked("a").sourceArn(foreign.arn())))
                .hasMessage("DBClusterSnapshot not found: " + foreign.arn());
        snapshot.status = "copying";
        assertThatThrownBy(() -> start(asked("a"))).hasMessageContaining("in state copying");
        snapshot.status = "available";
        key.state = Keys.State.PENDING_DELETION;
        assertThatThrownBy(() -> start(asked("a"))).hasMessageContaining("is not enabled");
    }

    @Test
    void aTaskThatIsNotThereIsAnErrorAndAnEmptyListIsNone() {
        assertThat(tasks()).isEmpty();
        assertThatThrownBy(() -> told("out")).hasMessage("The export task out was not found.");
    }

    private StartExportTaskRequest.Builder asked(String id) {
        return StartExportTaskRequest.builder()
                .exportTaskIdentifier(id)
                .sourceArn(snapshot.arn())
                .s3BucketName("lake")
                .iamRoleArn(role.arn())
                .kmsKeyId(key.arn());
    }

    private StartExportTaskResponse start(StartExportTaskRequest.Builder asked) {
        return ask.of(asked.build(), StartExportTaskResponse.class);
    }

    private ExportTask told(String id) {
        var request = DescribeExportTasksRequest.builder().exportTaskIdentifier(id).build();
        return ask.of(request, DescribeExportTasksResponse.class).exportTasks().getFirst();
    }

    private List<ExportTask> tasks() {
        var request = DescribeExportTasksRequest.builder().build();
        return ask.of(request, DescribeExportTasksResponse.class).exportTasks();
    }
}
