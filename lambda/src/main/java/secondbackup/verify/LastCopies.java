package secondbackup.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.Arn;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Estate;

/// Which last copies are to be held before they expire, the first to expire first. Pure.
///
/// Source: AWS Backup Developer Guide, "Legal holds and AWS Backup" (a hold does not expire) and "AWS Backup quotas"
/// (50 legal holds per account, not adjustable), read 2026-11-27.
///
/// @param orders holds to be set
/// @param standing of each copy that expires, by its ARN
public record LastCopies(List<HoldOrder> orders, SortedMap<Arn, Keeping> standing) {
    /// Of AWS's 50, so that people find room for theirs.
    public static final int HOLDS_MAX = 10;

    private record Expiring(VaultView.Seen vault, VaultedCopy copy, Instant end) {}

    public LastCopies {
        orders = List.copyOf(orders);
        standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
    }

    public static LastCopies of(List<Verdict> verdicts, Estate estate, Instant now) {
        var orders = new ArrayList<HoldOrder>();
        var standing = new TreeMap<Arn, Keeping>();
        var taken = new TreeMap<String, Integer>();
        verdicts.stream()
                .flatMap(verdict ->
                        verdict.doubts().stream()
                                .filter(Doubt.ExpiresSoon.class::isInstance)
                                .map(Doubt.ExpiresSoon.class::cast)
                                .map(doubt -> expiring(verdict, doubt)))
                .sorted(
                        Comparator.comparing(Expiring::end)
                                .thenComparing(expiring -> expiring.copy().arn()))
                .forEach(one -> {
                    var arn = one.vault().vault();
                    var place = arn.accountText() + " " + arn.regionText();
                    taken.computeIfAbsent(place, _ -> ours(one.vault().holds()));
                    var how = estate.holdsLastCopies() ? standing(one) : Keeping.BY_HAND;
                    if (how == Keeping.ORDERED && !set(one)) {
                        if (Objects.requireNonNull(taken.get(place)) < HOLDS_MAX) {
                            taken.merge(place, 1, Integer::sum);
                            orders.add(HoldOrder.of(arn, one.copy(), now));
                        } else {
                            how = Keeping.FULL;
                        }
                    }
                    standing.put(one.copy().arn(), how);
                });
        return new LastCopies(orders, standing);
    }

    /// How a copy stands that expires.
    public Keeping of(VaultedCopy copy) {
        return standing.getOrDefault(copy.arn(), Keeping.BY_HAND);
    }

    private static Expiring expiring(Verdict verdict, Doubt.ExpiresSoon doubt) {
        return new Expiring(
                (VaultView.Seen) verdict.guarded().vaultView(), doubt.copy(), doubt.expiresAt());
    }

    /// Holds of ours that AWS counts.
    private static int ours(LegalHolds holds) {
        return holds instanceof LegalHolds.Read(var read)
                ? (int)
                        read.stream()
                                .filter(hold -> hold.title().equals(LegalHold.TITLE))
                                .filter(hold -> !lifted(hold))
                                .count()
                : 0;
    }

    private static boolean lifted(LegalHold hold) {
        return hold.status().startsWith("CANCEL");
    }

    private static boolean set(Expiring one) {
        return one.vault().holds() instanceof LegalHolds.Read(var holds)
                && holds.stream().anyMatch(hold -> hold.meant(one.copy().arn()));
    }

    private static Keeping standing(Expiring one) {
        return switch (one.vault().holds()) {
            case LegalHolds.Unread _ -> Keeping.UNREAD;
            case LegalHolds.Read(var holds) -> {
                var meant = holds.stream().filter(hold -> hold.meant(one.copy().arn())).toList();
                if (meant.stream().anyMatch(LegalHold::active)) {
                    yield Keeping.WITHOUT_EFFECT;
                }
                yield meant.stream().anyMatch(LastCopies::lifted)
                        ? Keeping.LIFTED
                        : Keeping.ORDERED;
            }
        };
    }
}
