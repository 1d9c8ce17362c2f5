package secondbackup.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sts.StsClient;

/// A day of a small organization through the SDK's own clients: AWS Backup takes a backup by its plan, the
/// copy role starts a copy into the vault account in another Region, the copy arrives.
final class WholeDayTest {
    private static final String SHOP = "111111111111";
    private static final String VAULT = "222222222222";
    private static final String SOURCE = "eu-west-1";
    private static final String TARGET = "eu-central-1";

    private SimulatedOrganization aws;

    @BeforeEach
    void found() {
        var world = WorldReader.resource("secondbackup/simulation/world/one-cluster.json");
        aws = SimulatedOrganization.of(world, 1);
    }

    @Test
    void backsUpByItsPlanAndCopiesIntoTheOtherAccountAndRegion() {
        aws.advanceTo(Instant.parse("2026-03-02T04:59:00Z"));
        assertThat(points(SHOP, SOURCE, "local")).isEmpty();

        aws.advanceTo(Instant.parse("2026-03-02T12:00:00Z"));
        var point = points(SHOP, SOURCE, "local").getFirst();
        assertThat(point.status).isEqualTo("COMPLETED");
        assertThat(point.resourceArn)
                .isEqualTo("arn:aws:rds:eu-west-1:111111111111:cluster:orders");

        var job = startCopy(copyRole(), point.arn);
        aws.advance(Duration.ofHours(12));

        try (var backup = backup(administrator(SHOP), SOURCE)) {
            var ended = backup.describeCopyJob(asked -> asked.copyJobId(job)).copyJob();
            assertThat(ended.statusMessage()).isNull();
            assertThat(ended.stateAsString()).isEqualTo("COMPLETED");
        }
        assertThat(points(VAULT, TARGET, "second"))
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.resourceArn).isEqualTo(point.resourceArn);
                    assertThat(copy.createdAt).isEqualTo(point.createdAt);
                });
        assertThat(snapshots(VAULT, TARGET)).containsExactly("available");
        try (var backup = backup(administrator(VAULT), TARGET)) {
            assertThat(
                            backup.listRecoveryPointsByBackupVault(
                                            asked -> asked.backupVaultName("second"))
                                    .recoveryPoints())
                    .singleElement()
                    .satisfies(copy ->
                            assertThat(copy.sourceBackupVaultArn())
                                    .isEqualTo(
                                            "arn:aws:backup:eu-west-1:111111111111:backup-vault:local"));
        }
        assertThat(aws.server().unanswered()).isEmpty();
    }

    @Test
    void refusesTheCopyToWhoeverHasNoRight() {
        aws.advanceTo(Instant.parse("2026-03-02T12:00:00Z"));
        var point = points(SHOP, SOURCE, "local").getFirst().arn;
        var role = aws.roles().find(SHOP, "SecondBackupCopy").orElseThrow();
        var session = copyRole();
        role.policies.clear();

        assertThatThrownBy(() -> startCopy(session, point))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("not authorized to perform: backup:StartCopyJob");
    }

    @Test
    void bindsTheVaultAccountByItsServiceControlPolicies() {
        try (var kms = client(KmsClient.builder(), administrator(VAULT), TARGET)) {
            assertThatThrownBy(() -> kms.disableKey(asked -> asked.keyId("vault")))
                    .isInstanceOf(KmsException.class)
                    .hasMessageContaining("service control policy");
        }
        try (var kms = client(KmsClient.builder(), administrator(SHOP), SOURCE)) {
            kms.disableKey(asked -> asked.keyId("app"));
            assertThat(kms.describeKey(asked -> asked.keyId("alias/app")).keyMetadata().enabled())
                    .isFalse();
        }
    }

    @Test
    void livesTheSameLifeWithTheSameSeed() {
        var again =
                SimulatedOrganization.of(
                        WorldReader.resource("secondbackup/simulation/world/one-cluster.json"), 1);
        aws.advance(Duration.ofDays(20));
        again.advance(Duration.ofDays(20));

        assertThat(arns(aws)).hasSizeBetween(13, 16).isEqualTo(arns(again));
    }

    @Test
    void countsNoCallsOfItsFounding() {
        assertThat(aws.calls().total()).isZero();
        assertThat(snapshots(VAULT, TARGET)).isEmpty();
        assertThat(aws.calls().of("rds", "DescribeDBClusterSnapshots")).isEqualTo(1);
    }

    private static List<String> arns(SimulatedOrganization aws) {
        return aws.vaults().all().stream()
                .flatMap(vault -> vault.points.keySet().stream())
                .toList();
    }

    private String startCopy(AwsCredentials as, String point) {
        try (var backup = backup(as, SOURCE)) {
            return backup.startCopyJob(asked ->
                            asked.recoveryPointArn(point)
                                    .sourceBackupVaultName("local")
                                    .destinationBackupVaultArn(
                                            "arn:aws:backup:eu-central-1:222222222222:backup-vault:second")
                                    .iamRoleArn(
                                            "arn:aws:iam::111111111111:role/AWSBackupSecondBackup")
                                    .idempotencyToken("one")
                                    .lifecycle(days -> days.deleteAfterDays(35L)))
                    .copyJobId();
        }
    }

    private AwsCredentials copyRole() {
        try (var sts = client(StsClient.builder(), administrator(VAULT), TARGET)) {
            var session =
                    sts.assumeRole(asked ->
                                    asked.roleArn("arn:aws:iam::111111111111:role/SecondBackupCopy")
                                            .roleSessionName("test"))
                            .credentials();
            return AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        }
    }

    private List<RecoveryPoint> points(String account, String region, String vault) {
        return List.copyOf(aws.vaults().find(account, region, vault).orElseThrow().points.values());
    }

    private List<String> snapshots(String account, String region) {
        try (var rds = client(RdsClient.builder(), administrator(account), region)) {
            return rds.describeDBClusterSnapshots().dbClusterSnapshots().stream()
                    .map(snapshot -> snapshot.status())
                    .toList();
        }
    }

    private BackupClient backup(AwsCredentials as, String region) {
        return client(BackupClient.builder(), as, region);
    }

    private static AwsCredentials administrator(String account) {
        return AwsBasicCredentials.create(account, "secret");
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, AwsCredentials as, String region) {
        return builder.httpClient(aws.httpClient())
                .credentialsProvider(StaticCredentialsProvider.create(as))
                .region(Region.of(region))
                .build();
    }
}
