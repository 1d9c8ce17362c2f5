package secondbackup.simulation.rds;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.AccountQuota;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeAccountAttributesResponse;

/// What an account may have in a Region, as far as clusters go.
///
/// Source: Amazon RDS API model, DescribeAccountAttributes, AccountQuota (`DBClusters`); Amazon RDS User Guide, "Quotas
/// and constraints for Amazon RDS" (40 clusters); 2026-11-27.
final class QuotaOperations {
    private final Clusters clusters;

    QuotaOperations(Clusters clusters) {
        this.clusters = clusters;
    }

    void register(Operations operations) {
        operations.on(
                DescribeAccountAttributesRequest.class,
                (_, _) -> List.of(AccessRequest.of("rds:DescribeAccountAttributes", "*")),
                this::describe);
    }

    private DescribeAccountAttributesResponse describe(
            DescribeAccountAttributesRequest request, Call call) {
        var used = (long) clusters.in(call.account(), call.region()).size();
        return DescribeAccountAttributesResponse.builder()
                .accountQuotas(
                        AccountQuota.builder()
                                .accountQuotaName("DBClusters")
                                .used(used)
                                .max(clusters.quota(call.account(), call.region()))
                                .build())
                .build();
    }
}
