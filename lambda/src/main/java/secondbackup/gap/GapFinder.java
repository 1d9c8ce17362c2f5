package secondbackup.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.copy.NextSteps;
import secondbackup.copy.Refusal;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.verify.LastCopies;
import secondbackup.verify.VaultDoubt;
import secondbackup.verify.Verdict;

/// Compares what was seen with what was promised. Pure: same arguments, same gaps, same order.
public final class GapFinder {
    private final Policies policies;
    private final List<LastSeen> lastSeen;
    private final Instant now;
    private final ClusterGaps clusterGaps;
    private final CapacityGaps capacityGaps;

    /// @param lastSeen the clusters of the report before
    public GapFinder(Policies policies, List<LastSeen> lastSeen, Instant now) {
        this.policies = policies;
        this.lastSeen = List.copyOf(lastSeen);
        this.now = now;
        var steps = new NextSteps(policies.estate(), now);
        this.clusterGaps = new ClusterGaps(steps, policies.estate(), now);
        this.capacityGaps = new CapacityGaps(steps, policies.estate(), now);
    }

    /// @param clusters every cluster in a source Region
    /// @param verdicts one for each of them that a promise binds
    /// @param refusals orders that AWS last refused
    public List<Gap> find(
            Inventory inventory,
            List<Guarded> clusters,
            List<Verdict> verdicts,
            List<Refusal> refusals) {
        var gaps = new ArrayList<Gap>();
        if (inventory.manifest() instanceof Manifest.NotListed(_, _, var cause)) {
            gaps.add(
                    new Gap.StateUnknown(
                            new Subject.OfOrganization(), "the organization's accounts", cause));
        }
        stale(inventory.manifest()).ifPresent(gaps::add);
        gaps.addAll(new Coverage(inventory, lastSeen, now).gaps());
        gaps.addAll(NotRead.of(inventory, policies.estate()));
        inventory.vaults().forEach(vault -> gaps.addAll(ofVault(vault)));
        VaultAccountGaps.of(inventory, policies).forEach(gaps::add);
        gaps.addAll(RestoreGaps.of(inventory, policies.estate()));
        gaps.addAll(capacityGaps.of(clusters));
        inventory.accounts().forEach(account -> gaps.addAll(ofAccount(account)));
        gaps.addAll(new DeploymentGaps(policies, inventory, clusters, now).all());
        clusters.stream()
                .filter(guarded -> guarded.promise().isEmpty())
                .forEach(guarded -> gaps.add(new Gap.Unbound(ClusterGaps.subject(guarded))));
        var missing = missingRoles(inventory);
        var last = LastCopies.of(verdicts, policies.estate(), now);
        for (var verdict : verdicts) {
            var roles = missing.getOrDefault(verdict.guarded().account().id(), List.of());
            gaps.addAll(clusterGaps.of(verdict, roles, refusal(verdict, refusals), last));
        }
        return List.copyOf(gaps);
    }

    private Optional<Gap> stale(Manifest manifest) {
        return manifest.startedAt().plus(Estate.SWEEPS_APART_MAX).isBefore(now)
                ? Optional.of(
                        new Gap.SweepStale(new Subject.OfOrganization(), manifest.startedAt()))
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(Verdict verdict, List<Refusal> refusals) {
        var cluster = verdict.guarded().cluster().id();
        return refusals.stream()
                .filter(refusal -> refusal.order().cluster().equals(cluster))
                .findFirst();
    }

    private static SortedMap<AccountId, List<String>> missingRoles(Inventory inventory) {
        var roles = new TreeMap<AccountId, List<String>>();
        for (var account : inventory.accounts()) {
            if (account instanceof AccountView.Seen seen) {
                roles.put(seen.account().id(), seen.missingRoles());
            }
        }
        return roles;
    }

    private List<Gap> ofVault(VaultView view) {
        var subject = new Subject.OfVault(view.vault());
        return switch (view) {
            case VaultView.Unreadable(_, var cause) ->
                    List.of(new Gap.StateUnknown(subject, "the vault and every copy in it", cause));
            case VaultView.Absent(var vault, var cause) ->
                    List.of(VaultGaps.of(subject, new VaultDoubt.Absent(vault, cause)));
            case VaultView.Seen vault ->
                    policies.estate().vaults().stream()
                            .filter(promised -> promised.arn().equals(vault.vault()))
                            .flatMap(promised -> VaultGaps.of(vault, promised, now))
                            .toList();
        };
    }

    private List<Gap> ofAccount(AccountView view) {
        var ended = EndedExclusions.of(view, policies.estate(), now).toList();
        return Stream.concat(ended.stream(), ofAccount(view, !ended.isEmpty())).toList();
    }

    /// @param told whether another gap says already that the account could not be read
    private Stream<Gap> ofAccount(AccountView view, boolean told) {
        var subject = new Subject.OfAccount(view.account());
        return switch (view) {
            case AccountView.Unreadable(_, var cause) ->
                    told ? Stream.of() : Stream.of(new Gap.AccountUnreadable(subject, cause));
            case AccountView.Inactive inactive ->
                    told
                            ? Stream.of()
                            : Stream.of(new Gap.AccountUnreadable(subject, inactive.cause()));
            case AccountView.Seen seen ->
                    seen.regions().stream().flatMap(region -> ofRegion(seen, region));
            case AccountView.Excluded _ -> Stream.of();
        };
    }

    private Stream<Gap> ofRegion(AccountView.Seen account, RegionView view) {
        var subject = new Subject.OfRegion(account.account(), view.region());
        return switch (view) {
            case RegionView.Unreadable(_, var cause) ->
                    Stream.of(new Gap.StateUnknown(subject, "every cluster in the Region", cause));
            case RegionView.Closed(var region, var cause) ->
                    policies.estate().sourceRegions().contains(region)
                            ? Stream.of(
                                    new Gap.StateUnknown(
                                            subject, "every cluster in the source Region", cause))
                            : Stream.of();
            case RegionView.NotEnabled _ -> Stream.of();
            case RegionView.Elsewhere(_, var clusters) ->
                    clusters.stream()
                            .filter(cluster -> !cluster.restoreTest(now))
                            .map(cluster ->
                                    new Gap.RegionUncovered(
                                            new Subject.OfCluster(
                                                    account.account(), cluster.id())));
            case RegionView.Source source -> optedOut(subject, source);
        };
    }

    private Stream<Gap> optedOut(Subject subject, RegionView.Source source) {
        var clusters =
                source.clusters().stream().filter(cluster -> !cluster.restoreTest(now)).count();
        return source.auroraOptedIn() || clusters == 0
                ? Stream.of()
                : Stream.of(new Gap.OptedOut(subject, Math.toIntExact(clusters)));
    }
}
