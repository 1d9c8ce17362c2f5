package secondbackup.doctor;

import java.util.List;

/// Whether all clusters that were promised a second backup could live in the vault account at once, on the day on
/// which they all must be brought back there.
///
/// Source: Amazon RDS User Guide, "Quotas and constraints for Amazon RDS": DB clusters, 40 for each Region unless
/// raised, quota L-952B80B8; read 2026-11-27.
final class QuotaRules {
    private QuotaRules() {}

    static List<Finding> of(Facts facts) {
        return facts.policies().estate().vaults().stream()
                .limit(1)
                .map(vault -> {
                    var where = "account " + vault.account() + " " + vault.region();
                    var clusters =
                            facts.clusters().stream()
                                    .filter(guarded -> guarded.promise().isPresent())
                                    .count();
                    return Finding.of(
                            Check.QUOTA,
                            where,
                            facts.setup().clusterQuota(),
                            quota ->
                                    quota.free() >= clusters
                                            ? new Finding.Fine(Check.QUOTA, where)
                                            : new Finding.Found(
                                                    Check.QUOTA,
                                                    where,
                                                    clusters
                                                            + " clusters would have to be restored, and "
                                                            + quota.free()
                                                            + " fit in.",
                                                    Place.in(vault.account())
                                                            + "aws service-quotas"
                                                            + " request-service-quota-increase"
                                                            + " --service-code rds --quota-code"
                                                            + " L-952B80B8 --desired-value "
                                                            + (quota.used() + clusters)
                                                            + " --region "
                                                            + vault.region()));
                })
                .toList();
    }
}
