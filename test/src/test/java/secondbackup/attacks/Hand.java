package secondbackup.attacks;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Credentials that an attacker holds, and clients that use them.
///
/// @param account to which they belong
/// @param key access key
record Hand(SimulatedOrganization world, String account, String key) {
    private static final Map<SimulatedOrganization, Map<String, Object>> CLIENTS =
            new WeakHashMap<>();

    /// Access key of whoever took a client last: calls are made one after the other.
    private static String current = "";

    static Hand of(SimulatedOrganization world, String account) {
        return new Hand(world, account, account);
    }

    /// Takes a role with these credentials.
    ///
    /// Fails: StsException where it may not.
    Hand assume(String inAccount, String role) {
        var taken =
                built(StsClient.builder(), "eu-central-1")
                        .assumeRole(asked ->
                                asked.roleArn("arn:aws:iam::" + inAccount + ":role/" + role)
                                        .roleSessionName("mallory"));
        return new Hand(world, inAccount, taken.credentials().accessKeyId());
    }

    BackupClient backup(String region) {
        return built(BackupClient.builder(), region);
    }

    RdsClient rds(String region) {
        return built(RdsClient.builder(), region);
    }

    KmsClient kms(String region) {
        return built(KmsClient.builder(), region);
    }

    OrganizationsClient organizations() {
        return built(OrganizationsClient.builder(), "us-east-1");
    }

    IamClient iam() {
        return built(IamClient.builder(), "us-east-1");
    }

    CloudWatchClient cloudWatch(String region) {
        return built(CloudWatchClient.builder(), region);
    }

    EventBridgeClient events(String region) {
        return built(EventBridgeClient.builder(), region);
    }

    CloudTrailClient cloudTrail(String region) {
        return built(CloudTrailClient.builder(), region);
    }

    SnsClient sns(String region) {
        return built(SnsClient.builder(), region);
    }

    S3Client s3(String region) {
        return built(S3Client.builder(), region);
    }

    /// Made once for each service and Region of a world: what a client is made of costs more than its calls.
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C built(
            B builder, String region) {
        current = key;
        var name = builder.getClass().getName() + region;
        var clients = CLIENTS.computeIfAbsent(world, _ -> new HashMap<>());
        @SuppressWarnings("unchecked")
        var made =
                (C)
                        clients.computeIfAbsent(
                                name,
                                _ ->
                                        builder.region(Region.of(region))
                                                .credentialsProvider(() ->
                                                        AwsBasicCredentials.create(
                                                                current, "secret"))
                                                .httpClient(world.httpClient())
                                                .build());
        return made;
    }
}
