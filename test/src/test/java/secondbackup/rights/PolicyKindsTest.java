package secondbackup.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Every kind of policy, each alone, over the wire: a call that goes through only by its word, and one that fails
/// only by its word.
final class PolicyKindsTest {
    private static final SimulatedOrganization AWS = Day.deployed().world();
    private static final String DENIED = "not authorized to perform: ";
    private static final String BUCKET = "second-backup-reports-222222222222";
    private static final String SECRET = "second-backup/slack-webhook";
    private static final String SURVEY_ROLE =
            "arn:aws:iam::444444444402:role/second-backup-member-survey";

    private final Roles.Role list =
            AWS.roles().find(SmallWorld.CONTROL, "second-backup-list").orElseThrow();
    private final Roles.Role survey =
            AWS.roles().find(SmallWorld.SHOP, "second-backup-member-survey").orElseThrow();

    @AfterEach
    void undo() {
        list.policies.remove("more");
        survey.policies.remove("more");
    }

    private static AwsCredentials administrator(String account) {
        return AwsBasicCredentials.create(account, "secret");
    }

    private static AwsCredentials lambda(String name) {
        return administrator(AWS.sessions().openSession(SmallWorld.CONTROL, name));
    }

    /// A session of the survey role, as the Survey Lambda gets it.
    ///
    /// @param policy of the session, or empty
    private static AwsCredentials member(String policy) {
        try (var sts =
                client(StsClient.builder(), lambda("second-backup-survey"), SmallWorld.HOME)) {
            var session =
                    sts.assumeRole(
                                    asked -> {
                                        asked.roleArn(SURVEY_ROLE).roleSessionName("proof");
                                        if (!policy.isEmpty()) {
                                            asked.policy(policy);
                                        }
                                    })
                            .credentials();
            return AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, AwsCredentials as, String region) {
        return builder.httpClient(AWS.httpClient())
                .credentialsProvider(StaticCredentialsProvider.create(as))
                .region(Region.of(region))
                .build();
    }

    /// What AWS says: `allowed`, or its words of refusal.
    private static String said(Supplier<?> call) {
        try {
            assertThat(call.get()).isNotNull();
            return "allowed";
        } catch (AwsServiceException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String plans(AwsCredentials as) {
        try (var backup = client(BackupClient.builder(), as, SmallWorld.IRELAND)) {
            return said(backup::listBackupPlans);
        }
    }

    private static String accounts(AwsCredentials as) {
        try (var organizations = client(OrganizationsClient.builder(), as, "us-east-1")) {
            return said(organizations::listAccounts);
        }
    }

    private static String write(AwsCredentials as) {
        try (var s3 = client(S3Client.builder(), as, SmallWorld.HOME)) {
            return said(() ->
                    s3.putObject(asked -> asked.bucket(BUCKET).key("proof"), RequestBody.empty()));
        }
    }

    private static String clusters(String region) {
        var as = administrator(SmallWorld.SHOP);
        try (var rds = client(RdsClient.builder(), as, region)) {
            return said(rds::describeDBClusters);
        }
    }

    private static String webhook(AwsCredentials as) {
        try (var secrets = client(SecretsManagerClient.builder(), as, SmallWorld.HOME)) {
            return said(() -> secrets.getSecretValue(asked -> asked.secretId(SECRET)));
        }
    }

    private static String policy(String effect, String principal, String action) {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "%s", %s "Action": "%s", "Resource": "*"}]}
        """
                .formatted(effect, principal, action);
    }

    @Test
    void identityPolicyAloneAllowsAndDenies() {
        assertThat(plans(member(""))).isEqualTo("allowed");
        var own = survey.policies.remove("rights");
        assertThat(plans(member(""))).contains(DENIED, "no identity-based policy allows");
        survey.policies.put("rights", String.valueOf(own));
        survey.policies.put("more", policy("Deny", "", "backup:List*"));
        assertThat(plans(member(""))).contains("explicit deny in an identity-based policy");
    }

    @Test
    void resourcePolicyAloneAllowsAndDenies() {
        var bucket = AWS.buckets().find(BUCKET).orElseThrow();
        var deployed = bucket.policy;
        var lister = "\"Principal\": {\"AWS\": \"%s\"},".formatted(list.arn());
        assertThat(write(lambda("second-backup-list"))).contains(DENIED, "s3:PutObject");
        bucket.policy = policy("Allow", lister, "s3:PutObject");
        assertThat(write(lambda("second-backup-list"))).isEqualTo("allowed");
        assertThat(write(administrator(SmallWorld.CONTROL))).isEqualTo("allowed");
        bucket.policy = policy("Deny", "\"Principal\": \"*\",", "s3:PutObject");
        assertThat(write(administrator(SmallWorld.CONTROL)))
                .contains("explicit deny in a resource-based policy");
        bucket.policy = deployed;
    }

    @Test
    void secretsPolicyAloneAllowsAndDenies() {
        var secret = AWS.secrets().find(SmallWorld.CONTROL, SmallWorld.HOME, SECRET).orElseThrow();
        var reader = "\"Principal\": {\"AWS\": \"%s\"},".formatted(list.arn());
        assertThat(webhook(lambda("second-backup-list")))
                .contains(DENIED, "secretsmanager:GetSecretValue");
        secret.policy = policy("Allow", reader, "secretsmanager:GetSecretValue");
        assertThat(webhook(lambda("second-backup-list"))).isEqualTo("allowed");
        assertThat(webhook(lambda("second-backup-notify"))).isEqualTo("allowed");
        secret.policy = policy("Deny", "\"Principal\": \"*\",", "secretsmanager:GetSecretValue");
        assertThat(webhook(lambda("second-backup-notify")))
                .contains("explicit deny in a resource-based policy");
        secret.policy = "";
        assertThat(webhook(lambda("second-backup-notify"))).isEqualTo("allowed");
    }

    @Test
    void withoutItsTrustPolicyARoleLetsNobodyIn() {
        assertThat(said(() -> member(""))).isEqualTo("allowed");
        var trust = survey.trustPolicy;
        survey.trustPolicy = "";
        assertThat(said(() -> member(""))).contains(DENIED + "sts:AssumeRole");
        survey.trustPolicy = trust;
        assertThat(said(() -> member(""))).isEqualTo("allowed");
    }

    @Test
    void trustPolicyAloneAllowsAndDenies() {
        assertThat(said(() -> member(""))).isEqualTo("allowed");
        var trust = survey.trustPolicy;
        survey.trustPolicy = trust.replace("second-backup-survey", "second-backup-nobody");
        assertThat(said(() -> member(""))).contains(DENIED + "sts:AssumeRole");
        survey.trustPolicy =
                policy("Deny", "\"Principal\": {\"AWS\": \"*\"},", "sts:AssumeRole")
                        .replace(", \"Resource\": \"*\"", "");
        assertThat(said(() -> member(""))).contains(DENIED + "sts:AssumeRole");
        survey.trustPolicy = trust;
    }

    @Test
    void sessionPolicyAloneAllowsAndDenies() {
        assertThat(plans(member(policy("Allow", "", "backup:ListBackupPlans"))))
                .isEqualTo("allowed");
        assertThat(plans(member(policy("Allow", "", "rds:*"))))
                .contains("no session policy allows the backup:ListBackupPlans action");
        assertThat(plans(member(policy("Deny", "", "backup:*"))))
                .contains("explicit deny in a session policy");
    }

    @Test
    void serviceControlPolicyAloneAllowsAndDenies() {
        assertThat(clusters(SmallWorld.IRELAND)).isEqualTo("allowed");
        assertThat(clusters("us-west-2")).contains("explicit deny in a service control policy");
        var attached = AWS.organization().policies;
        var before = attached.put("ou-root-products", List.of());
        assertThat(clusters(SmallWorld.IRELAND))
                .contains("no service control policy allows the rds:DescribeDBClusters action");
        attached.put("ou-root-products", before == null ? List.of() : before);
    }

    @Test
    void delegationPolicyAloneAllowsAndDenies() {
        var organization = AWS.organization();
        var delegation = organization.delegationPolicy;
        assertThat(accounts(lambda("second-backup-list"))).isEqualTo("allowed");
        organization.delegationPolicy = "";
        assertThat(accounts(lambda("second-backup-list")))
                .contains("You don't have permissions to access this resource.");
        assertThat(accounts(administrator(SmallWorld.MANAGEMENT))).isEqualTo("allowed");
        organization.delegationPolicy =
                delegation.replace("\"Effect\":\"Allow\"", "\"Effect\":\"Deny\"");
        assertThat(accounts(lambda("second-backup-list")))
                .contains("You don't have permissions to access this resource.");
        organization.delegationPolicy = delegation;
    }
}
