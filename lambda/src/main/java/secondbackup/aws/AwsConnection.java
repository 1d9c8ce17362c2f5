package secondbackup.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import secondbackup.inventory.Region;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The way to AWS: one client per service and Region, shared by all accounts and kept between invocations.
/// Whose rights a call uses is said with the call, see [RegionalSession].
public final class AwsConnection {
    /// Listings of a large organization are throttled for a while; a sweep has the time to wait.
    private static final int TRIES_MAX = 8;

    private static final software.amazon.awssdk.regions.Region GLOBAL =
            software.amazon.awssdk.regions.Region.AWS_GLOBAL;
    private static final software.amazon.awssdk.regions.Region NORTH_VIRGINIA =
            software.amazon.awssdk.regions.Region.US_EAST_1;

    private record Key(Class<?> service, software.amazon.awssdk.regions.Region region) {}

    private final SdkHttpClient http;
    private final AwsCredentialsProvider own;
    private final Region control;
    private final Supplier<RetryStrategy> retries;
    private final Optional<URI> endpoint;
    private final Optional<Calls> allowed;
    private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();

    /// @param own the Lambda's own credentials
    /// @param control Region of the control account, where the Lambdas run
    /// @param retries makes one strategy for each client
    public AwsConnection(
            SdkHttpClient http,
            AwsCredentialsProvider own,
            Region control,
            Supplier<RetryStrategy> retries) {
        this(http, own, control, retries, Optional.empty(), Optional.empty());
    }

    private AwsConnection(
            SdkHttpClient http,
            AwsCredentialsProvider own,
            Region control,
            Supplier<RetryStrategy> retries,
            Optional<URI> endpoint,
            Optional<Calls> allowed) {
        this.http = http;
        this.own = own;
        this.control = control;
        this.retries = retries;
        this.endpoint = endpoint;
        this.allowed = allowed;
    }

    /// The one that a Lambda uses.
    public static AwsConnection production(Region control) {
        return production(DefaultCredentialsProvider.builder().build(), control);
    }

    static AwsConnection production(AwsCredentialsProvider own, Region control) {
        return new AwsConnection(
                UrlConnectionHttpClient.create(),
                own,
                control,
                () ->
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(TRIES_MAX)
                                .build());
    }

    /// The same, but every call goes to this address.
    AwsConnection at(URI address) {
        return new AwsConnection(http, own, control, retries, Optional.of(address), allowed);
    }

    /// The same, but any other call fails before it is made.
    public AwsConnection only(Calls calls) {
        return new AwsConnection(http, own, control, retries, endpoint, Optional.of(calls));
    }

    AwsCredentialsProvider own() {
        return own;
    }

    public Region region() {
        return control;
    }

    BackupClient backup(Region region) {
        return client(BackupClient.class, of(region), BackupClient::builder);
    }

    RdsClient rds(Region region) {
        return client(RdsClient.class, of(region), RdsClient::builder);
    }

    KmsClient kms(Region region) {
        return client(KmsClient.class, of(region), KmsClient::builder);
    }

    CloudFormationClient cloudFormation(Region region) {
        return client(CloudFormationClient.class, of(region), CloudFormationClient::builder);
    }

    CloudTrailClient cloudTrail(Region region) {
        return client(CloudTrailClient.class, of(region), CloudTrailClient::builder);
    }

    CloudWatchClient cloudWatch(Region region) {
        return client(CloudWatchClient.class, of(region), CloudWatchClient::builder);
    }

    S3Client s3() {
        return client(S3Client.class, of(control), S3Client::builder);
    }

    SecretsManagerClient secrets() {
        return client(SecretsManagerClient.class, of(control), SecretsManagerClient::builder);
    }

    /// At the regional endpoint of the control Region: its sessions are good in every Region, and it does not
    /// depend on another Region.
    ///
    /// Source: IAM User Guide, "Manage AWS STS in an AWS Region", read 2026-11-22.
    StsClient sts() {
        return client(StsClient.class, of(control), StsClient::builder);
    }

    IamClient iam() {
        return client(IamClient.class, GLOBAL, IamClient::builder);
    }

    /// Source: AWS General Reference, "AWS Organizations endpoints": us-east-1; read 2026-11-22.
    OrganizationsClient organizations() {
        return client(OrganizationsClient.class, NORTH_VIRGINIA, OrganizationsClient::builder);
    }

    /// Source: AWS General Reference, "AWS Account Management endpoints": us-east-1; read 2026-11-22.
    AccountClient account() {
        return client(AccountClient.class, NORTH_VIRGINIA, AccountClient::builder);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C client(
                    Class<C> service,
                    software.amazon.awssdk.regions.Region region,
                    Supplier<B> builder) {
        return service.cast(
                clients.computeIfAbsent(
                        new Key(service, region), _ -> build(builder.get(), region)));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C build(B builder, software.amazon.awssdk.regions.Region region) {
        var strategy = retries.get();
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(own)
                .httpClient(http)
                .overrideConfiguration(config -> {
                    config.retryStrategy(strategy);
                    allowed.ifPresent(calls -> config.addExecutionInterceptor(calls.guard()));
                })
                .build();
    }

    private static software.amazon.awssdk.regions.Region of(Region region) {
        return software.amazon.awssdk.regions.Region.of(region.value());
    }
}
