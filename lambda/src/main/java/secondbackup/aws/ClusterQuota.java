package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import secondbackup.inventory.Setup;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.rds.RdsClient;

/// Reads how many DB clusters an account may have in a Region, and has.
///
/// Source: Amazon RDS API, `DescribeAccountAttributes` and `AccountQuota` (`DBClusters`), read 2026-11-27.
final class ClusterQuota {
    private ClusterQuota() {}

    static Setup.Quota read(RdsClient rds, AwsCredentialsProvider credentials) {
        return rds
                .describeAccountAttributes(request ->
                        request.overrideConfiguration(
                                rights -> rights.credentialsProvider(credentials)))
                .accountQuotas()
                .stream()
                .filter(quota -> "DBClusters".equals(quota.accountQuotaName()))
                .map(quota ->
                        new Setup.Quota(
                                required(quota.used(), "AccountQuota.Used"),
                                required(quota.max(), "AccountQuota.Max")))
                .findFirst()
                .orElseThrow(() -> new UnexpectedAnswer("AWS answered without quota DBClusters"));
    }
}
