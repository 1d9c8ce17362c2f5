package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.physics.Switches;

/// What a simulated organization is made of at its start, and what happens to it later by itself. Read
/// from a file by [WorldReader], which has checked it, filled in every blueprint, name and default.
///
/// Policies are JSON, ready for use; what has none is empty.
///
/// @param why what this world is for
public record World(
        String why,
        Instant start,
        Switches switches,
        Founder organization,
        List<Unit> units,
        List<Account> accounts,
        List<Bucket> buckets,
        List<Secret> secrets,
        List<Version> retiredVersions,
        List<SubnetGroup> subnetGroups,
        List<Oddity> oddities) {

    /// The organization itself.
    ///
    /// @param root id of its root
    /// @param policies service control policies attached to the root
    /// @param trustedAccess whether it trusts AWS Backup and CloudFormation StackSets
    /// @param organizationTrail whether a trail of the management account records every account and Region
    public record Founder(
            String id,
            String managementAccount,
            String root,
            List<String> policies,
            String delegationPolicy,
            boolean crossAccountBackup,
            boolean trustedAccess,
            boolean organizationTrail) {}

    public record Unit(String id, String name, String parent, List<String> policies) {}

    /// @param policies service control policies attached to the account
    public record Account(
            String id,
            String name,
            String email,
            String parent,
            AccountState state,
            Instant joinedAt,
            List<String> enabledRegions,
            List<String> policies,
            List<Role> roles,
            List<User> users,
            List<Place> places) {}

    /// @param accessKeys status of each access key by its id
    public record User(String name, String path, SequencedMap<String, String> accessKeys) {}

    public record Role(
            String name, String path, String trust, SequencedMap<String, String> policies) {}

    /// One Region of one account.
    ///
    /// @param optIn opt-ins of AWS Backup by resource type
    public record Place(
            String region,
            List<Key> keys,
            List<Vault> vaults,
            List<Plan> plans,
            SequencedMap<String, Boolean> optIn,
            List<Cluster> clusters) {}

    /// @param alias without `alias/`, or empty
    public record Key(
            String id, String alias, Keys.Manager manager, Keys.State state, String policy) {}

    /// @param key id, ARN, `aws/backup`, `aws/rds`, or empty for an AWS owned key
    public record Vault(
            String name, String kind, String key, String accessPolicy, @Nullable Lock lock) {}

    /// @param lockAt when it becomes immutable; null for governance
    public record Lock(@Nullable Long min, @Nullable Long max, @Nullable Instant lockAt) {}

    /// In AWS Backup's own JSON.
    public record Plan(JsonNode plan, List<JsonNode> selections) {}

    /// @param sizeGiB at the world's start, or when it is made later
    /// @param encryption `none`, `sse-rds`, `aws-managed`, or the id or ARN of a key
    /// @param global global database that it is a member of, or empty
    public record Cluster(
            String name,
            String engine,
            String engineVersion,
            Instant createdAt,
            double sizeGiB,
            double growthGiBPerDay,
            String encryption,
            SequencedMap<String, String> tags,
            String global,
            boolean secondary,
            String cloneGroup,
            String status,
            int instances) {}

    public record Bucket(
            String name, String account, String region, boolean versioned, String policy) {}

    public record Secret(String name, String account, String region, String value, String policy) {}

    /// @param zones Availability Zones with a subnet each
    public record SubnetGroup(String account, String region, String name, List<String> zones) {}

    /// @param region or `*` for all
    public record Version(String region, String engine, String version) {}
}
