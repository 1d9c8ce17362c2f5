package secondbackup.aws;

import java.util.function.Consumer;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.rds.RdsClient;

/// One role's session in one Region of one account.
record RegionalSession(
        AwsConnection connection,
        AwsCredentialsProvider credentials,
        AccountId account,
        Region region) {
    /// Says whose rights a request uses.
    Consumer<AwsRequestOverrideConfiguration.Builder> rights() {
        return override -> override.credentialsProvider(credentials);
    }

    BackupClient backup() {
        return connection.backup(region);
    }

    RdsClient rds() {
        return connection.rds(region);
    }

    KmsClient kms() {
        return connection.kms(region);
    }

    CloudWatchClient cloudWatch() {
        return connection.cloudWatch(region);
    }
}
