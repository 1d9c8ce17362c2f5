package secondbackup.simulation.world;

import java.util.Locale;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.kms.AwsManagedKeys;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters;

/// Puts what an account has into its Regions.
record Settling(SimulatedOrganization of, String account) {
    private static final double GIBIBYTE = 1L << 30;

    void settle(World.Place place) {
        var region = place.region();
        place.keys().forEach(key -> key(region, key));
        place.vaults().forEach(vault -> vault(region, vault));
        place.clusters().forEach(cluster -> cluster(region, cluster));
        place.optIn().forEach((type, on) -> of.settings().optIn(account, region, type, on));
        var plans = new PlanMaking(of, account, region);
        place.plans().forEach(plans::make);
    }

    private void key(String region, World.Key key) {
        var made = new Keys.Key(account, region, key.id(), key.manager(), key.policy());
        made.alias = key.alias();
        made.state = key.state();
        made.createdAt = of.time().instant();
        of.keys().put(made);
    }

    private void vault(String region, World.Vault vault) {
        var kind =
                vault.kind().equals("air-gapped")
                        ? Vaults.Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT
                        : Vaults.Kind.BACKUP_VAULT;
        var made =
                new Vaults.Vault(
                        account,
                        region,
                        vault.name(),
                        kind,
                        keyArn(region, vault.key()),
                        of.time().instant());
        made.accessPolicy = vault.accessPolicy();
        var lock = vault.lock();
        if (lock != null) {
            made.lock = new Vaults.Lock(lock.min(), lock.max(), lock.lockAt());
        }
        of.vaults().put(made);
    }

    /// @param key id, ARN, `aws/` and a service, or empty
    private String keyArn(String region, String key) {
        if (key.isEmpty() || key.startsWith("arn:")) {
            return key;
        }
        return key.startsWith("aws/")
                ? managed(region, key.substring("aws/".length()))
                : "arn:aws:kms:" + region + ":" + account + ":key/" + key;
    }

    private String managed(String region, String service) {
        var keys = new AwsManagedKeys(of.keys(), of.chance(), of.time());
        return keys.of(account, region, service).arn();
    }

    void cluster(String region, World.Cluster cluster) {
        var id = resourceId(region, cluster.name(), cluster.createdAt().toString());
        var version =
                cluster.engineVersion().isEmpty()
                        ? of.engineVersions().main(cluster.engine())
                        : cluster.engineVersion();
        var made =
                new Clusters.Cluster(
                        account,
                        region,
                        cluster.name(),
                        id,
                        cluster.engine(),
                        version,
                        encryption(cluster.encryption()),
                        clusterKey(region, cluster.encryption()),
                        cluster.createdAt());
        made.growthBytesPerDay = (long) (cluster.growthGiBPerDay() * GIBIBYTE);
        var grown = made.sizeBytesAt(of.time().instant());
        made.sizeBytes = (long) (cluster.sizeGiB() * GIBIBYTE) - grown;
        made.globalCluster = cluster.global();
        made.secondary = cluster.secondary();
        made.cloneGroup = cluster.cloneGroup();
        made.status = cluster.status();
        made.instances = cluster.instances();
        made.tags.putAll(cluster.tags());
        of.clusters().put(made);
    }

    String resourceId(String region, String name, String moment) {
        var hex = of.chance().hex(26, "cluster", account, region, name, moment);
        return "cluster-" + hex.toUpperCase(Locale.ROOT);
    }

    private static Clusters.Encryption encryption(String named) {
        return switch (named) {
            case "none" -> Clusters.Encryption.NONE;
            case "sse-rds" -> Clusters.Encryption.SSE_RDS;
            default -> Clusters.Encryption.SSE_KMS;
        };
    }

    private String clusterKey(String region, String named) {
        return switch (named) {
            case "none", "sse-rds" -> "";
            case "aws-managed" -> managed(region, "rds");
            default -> keyArn(region, named);
        };
    }
}
