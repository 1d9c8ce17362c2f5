package secondbackup.gap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import secondbackup.copy.FailureCause;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Encryption;
import secondbackup.policy.Guarded;
import secondbackup.verify.Drift;

/// Puts gaps together that have one cause: a cluster that is copied late because its Region is opted out needs no line of
/// its own.
public final class RootCauses {
    private static final int RANKS = 7;

    private final SortedMap<ClusterId, List<Gap>> causing = new TreeMap<>();
    private final SortedMap<ClusterId, Guarded> clusters = new TreeMap<>();

    private RootCauses(List<Gap> gaps, List<Guarded> guarded) {
        guarded.forEach(one -> clusters.put(one.cluster().id(), one));
        for (var rank = 0; rank < RANKS; rank++) {
            for (var gap : gaps) {
                if (rank(gap) == rank) {
                    hit(gap).forEach(cluster -> add(cluster, gap));
                }
            }
        }
    }

    private void add(ClusterId cluster, Gap gap) {
        causing.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(gap);
    }

    /// @param clusters every cluster in a source Region
    /// @return in the order in which their first gaps were found; every gap is in one of them
    public static List<RootCause> of(List<Gap> gaps, List<Guarded> clusters) {
        var causes = new RootCauses(gaps, clusters);
        var found = new LinkedHashMap<String, RootCause>();
        for (var gap : gaps) {
            var leader = causes.leader(gap);
            var one = new RootCause(leader.kind(), causes.cause(leader), List.of(gap));
            found.merge(one.key(), one, RootCauses::together);
        }
        return List.copyOf(found.values());
    }

    private static RootCause together(RootCause one, RootCause other) {
        var gaps = new ArrayList<>(one.gaps());
        gaps.addAll(other.gaps());
        return new RootCause(one.kind(), one.cause(), gaps);
    }

    /// What comes earlier on the way to a copy explains what comes later.
    private static int rank(Gap gap) {
        return switch (gap) {
            case Gap.OptedOut _ -> 0;
            case Gap.NotEnrolled _ -> 1;
            case Gap.KeyNotShareable _ -> 2;
            case Gap.CopyStuck _ -> 3;
            case Gap.CopyFailing _ -> 4;
            case Gap.BackupFailing _ -> 5;
            case Gap.CapacityShortfall _ -> 6;
            default -> RANKS;
        };
    }

    private List<ClusterId> hit(Gap gap) {
        return switch (gap.subject()) {
            case Subject.OfCluster(_, var cluster) -> List.of(cluster);
            case Subject.OfRegion(var account, var region) ->
                    clusters.keySet().stream()
                            .filter(cluster -> cluster.account().equals(account.id()))
                            .filter(cluster -> cluster.region().equals(region))
                            .toList();
            case Subject.OfVault _ ->
                    gap instanceof Gap.CapacityShortfall(_, var shortfall)
                            ? shortfall.clusters()
                            : List.of();
            case Subject.OfAccount _, Subject.OfOrganization _ -> List.of();
        };
    }

    /// The gap from which this one follows, or itself.
    private Gap leader(Gap gap) {
        return gap.subject() instanceof Subject.OfCluster(_, var cluster)
                ? causing.getOrDefault(cluster, List.of()).stream()
                        .filter(other -> explains(other, gap))
                        .findFirst()
                        .orElse(gap)
                : gap;
    }

    private static boolean explains(Gap other, Gap gap) {
        return switch (gap) {
            case Gap.NoRecoveryPoint _ ->
                    !(other instanceof Gap.CopyFailing)
                            && !(other instanceof Gap.CapacityShortfall);
            case Gap.NoCopy _, Gap.CopyLate _, Gap.TierMissing _ -> true;
            case Gap.CopyFailing failing ->
                    (failing.failure() == FailureCause.KEY && other instanceof Gap.KeyNotShareable)
                            || lacksRole(other, failing.message());
            case Gap.BackupFailing failing ->
                    (failing.failure() == FailureCause.KEY && other instanceof Gap.KeyNotShareable)
                            || (failing.failure() == FailureCause.BUSY
                                    && other instanceof Gap.CopyStuck)
                            || lacksRole(other, failing.job().message());
            default -> false;
        };
    }

    /// Whether what failed names a role that is known to be missing.
    private static boolean lacksRole(Gap other, String message) {
        return other instanceof Gap.NotEnrolled(_, _, var roles)
                && roles.stream().anyMatch(role -> names(message, role));
    }

    /// A longer name that begins alike is another role's.
    private static boolean names(String message, String role) {
        return Pattern.compile(":role/" + Pattern.quote(role) + "(?![\\w+=,@-])")
                .matcher(message)
                .find();
    }

    /// Gaps about which people do the same have the same; each kind says here what that hangs on.
    private Cause cause(Gap gap) {
        return switch (gap) {
            case Gap.NotEnrolled(_, _, var roles) when !roles.isEmpty() ->
                    new Cause.OfRole(roles.getFirst());
            case Gap.KeyNotShareable(_, var key, var said) ->
                    key.<Cause>map(Cause.OfKey::new).orElseGet(() -> Cause.said(said));
            case Gap.KeyAtRisk(_, Gap.KeyAtRisk.KeyEvidence.OfCopy(_, var key)) ->
                    key.<Cause>map(Cause.OfKey::new).orElseGet(Cause.OfKind::new);
            case Gap.KeyAtRisk(_, Gap.KeyAtRisk.KeyEvidence.OfVault(var doubt)) ->
                    new Cause.OfVault(doubt.vault(), name(doubt));
            case Gap.VaultNotLocked(_, var doubt) -> new Cause.OfVault(doubt.vault(), name(doubt));
            case Gap.VaultPolicyChanged(var subject) ->
                    subject instanceof Subject.OfVault(var vault)
                            ? new Cause.OfVault(vault, "")
                            : new Cause.OfKind();
            case Gap.CopyFailing failing ->
                    failing(failing.subject(), failing.failure(), failing.message());
            case Gap.BackupFailing failing ->
                    failing(failing.subject(), failing.failure(), failing.job().message());
            case Gap.AccountUnreadable(_, var said) -> Cause.said(said);
            case Gap.StateUnknown(_, var what, var answer) -> Cause.said(what + ": " + answer);
            case Gap.CapacityShortfall(Subject.OfVault(var vault), _) -> new Cause.OfQuota(vault);
            case Gap.CopyLate(var subject, _, _, var waitingForSlot) ->
                    waitingForSlot ? quota(subject) : new Cause.OfKind();
            case Gap.DeploymentDrifted(_, var drift) -> drifted(drift);
            case Gap.RestoreBlocked(_, var doubt) -> new Cause.OfThing(name(doubt));
            case Gap.VaultAccountExposed(_, Exposure.Stranger stranger) ->
                    new Cause.OfThing(name(stranger) + " " + stranger.sort());
            case Gap.VaultAccountExposed(_, var exposure) -> new Cause.OfThing(name(exposure));
            case Gap.EngineRetired(_, _, var engine, var version, var endsAt, _) ->
                    new Cause.OfThing(engine + " " + version + (endsAt.isPresent() ? " ends" : ""));
            case Gap.LastCopyExpiring(_, _, _, var keeping) -> new Cause.OfThing(keeping.name());
            case Gap.SnapshotMissing(_, _, var status) ->
                    new Cause.OfThing(status.isPresent() ? "incomplete" : "gone");
            case Gap.SizeJumped(_, var from, var to, _) ->
                    new Cause.OfThing(to.bytes() < from.bytes() ? "shrank" : "grew");
            case Gap.Unbound _, Gap.ExclusionEnded _, Gap.CoverageDropped _ -> account(gap);
            case Gap.NotEnrolled _, Gap.RegionUncovered _, Gap.OptedOut _ -> region(gap);
            case Gap.SweepStale _,
                    Gap.NoRecoveryPoint _,
                    Gap.NoCopy _,
                    Gap.CopyStuck _,
                    Gap.CapacityShortfall _,
                    Gap.Unencrypted _,
                    Gap.RetentionShort _,
                    Gap.TierMissing _ ->
                    new Cause.OfKind();
        };
    }

    private static String name(Object evidence) {
        return evidence.getClass().getSimpleName();
    }

    /// What keeps one stack from being brought up to date keeps others, and is a matter of its own beside any other.
    private static Cause drifted(Drift drift) {
        var what = drift.thing() + " " + drift.name();
        if (drift.gone()) {
            return new Cause.OfThing(what + " missing");
        }
        return drift.thing() == Drift.Thing.STACK_INSTANCE
                ? Cause.said(drift.name() + ": " + drift.differences().getFirst().found())
                : new Cause.OfThing(what);
    }

    private Cause failing(Subject subject, FailureCause failure, String message) {
        return switch (failure) {
            case KEY -> key(subject).<Cause>map(Cause.OfKey::new).orElseGet(Cause.OfKind::new);
            case QUOTA -> quota(subject);
            case UNKNOWN -> Cause.said(message);
            case POLICY,
                    ORGANIZATION,
                    LIFECYCLE,
                    TAG_POLICY,
                    UNSUPPORTED,
                    SOURCE_GONE,
                    BUSY,
                    AWS_INTERNAL ->
                    new Cause.Said(failure.name());
        };
    }

    private Cause quota(Subject subject) {
        return guarded(subject)
                .<Cause>map(one -> new Cause.OfQuota(one.vault().arn()))
                .orElseGet(Cause.OfKind::new);
    }

    private Optional<Arn> key(Subject subject) {
        return guarded(subject)
                .map(one -> one.cluster().encryption())
                .filter(Encryption.Kms.class::isInstance)
                .map(kms -> ((Encryption.Kms) kms).key());
    }

    private Optional<Guarded> guarded(Subject subject) {
        return subject instanceof Subject.OfCluster(_, var cluster)
                ? Optional.ofNullable(clusters.get(cluster))
                : Optional.empty();
    }

    private static Cause account(Gap gap) {
        return switch (gap.subject()) {
            case Subject.OfCluster(var account, _) -> new Cause.OfAccount(account.id());
            case Subject.OfAccount(var account) -> new Cause.OfAccount(account.id());
            case Subject.OfRegion(var account, _) -> new Cause.OfAccount(account.id());
            case Subject.OfVault _, Subject.OfOrganization _ -> new Cause.OfKind();
        };
    }

    private static Cause region(Gap gap) {
        return switch (gap.subject()) {
            case Subject.OfCluster(_, var cluster) -> new Cause.OfRegion(cluster.region());
            case Subject.OfRegion(_, var region) -> new Cause.OfRegion(region);
            case Subject.OfAccount _, Subject.OfVault _, Subject.OfOrganization _ ->
                    new Cause.OfKind();
        };
    }
}
