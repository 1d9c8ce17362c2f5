package secondbackup.report;

import java.time.Instant;
import java.util.stream.Collectors;
import secondbackup.copy.Shortfall;
import secondbackup.gap.Gap;

/// Words for a vault whose slots will not do.
///
/// Source: Aurora User Guide, "Copying a DB cluster snapshot" (five copies in progress to a destination Region
/// per account); AWS Backup Developer Guide, "AWS Backup quotas" (20 Aurora copies into an air-gapped vault),
/// read 2026-11-27.
final class CapacityText {
    private static final int NAMED_MAX = 3;
    private static final int HOURS_A_DAY = 24;

    private final Instant now;

    CapacityText(Instant now) {
        this.now = now;
    }

    GapWords capacityShortfall(Gap.CapacityShortfall gap) {
        var shortfall = gap.shortfall();
        return new GapWords(
                Where.of(gap.subject()).label() + ": " + what(shortfall),
                cause(shortfall),
                remedy(shortfall));
    }

    private String what(Shortfall shortfall) {
        return (shortfall.clusters().size() == 1
                        ? "1 cluster's promise"
                        : shortfall.clusters().size() + " clusters' promises")
                + " will be broken, or stay broken, in the next five days for want of a copy slot: from "
                + TimeText.until(shortfall.from(), now)
                + ", late by up to "
                + TimeText.of(shortfall.late())
                + " ("
                + names(shortfall)
                + ")";
    }

    private static String names(Shortfall shortfall) {
        var more = shortfall.clusters().size() - NAMED_MAX;
        return shortfall.clusters().stream()
                        .limit(NAMED_MAX)
                        .map(cluster -> PlainText.line(cluster.name()))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String cause(Shortfall shortfall) {
        return "A day's copies take "
                + TimeText.of(shortfall.workADay())
                + " of slots, and "
                + shortfall.slots()
                + (shortfall.slots() == 1 ? " slot has " : " slots have ")
                + shortfall.slots() * HOURS_A_DAY
                + " h; "
                + (shortfall.fitsWhenSpread()
                        ? "that would do, but too many are due at the same hours, or have yet to be caught up."
                        : "that is too little, whoever goes first.");
    }

    private static String remedy(Shortfall shortfall) {
        var slots =
                "ask AWS for "
                        + shortfall.enough()
                        + " copies at a time and set copySlots of this vault to that in"
                        + " policies/estate.json, or add a vault in another account or Region to its vaults";
        return shortfall.fitsWhenSpread()
                ? "Spread schedule.cron of the files in policies/backup over the day. Else "
                        + slots
                        + "."
                : "Either "
                        + slots
                        + "; or raise copyAgeMaxHours in policies/backup for what may be older.";
    }
}
