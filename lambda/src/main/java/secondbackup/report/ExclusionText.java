package secondbackup.report;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.policy.Estate;
import secondbackup.policy.Exclusion;
import secondbackup.report.Report.Excluded;

/// Words for accounts that policies leave out: as long as they may, and when that has ended.
final class ExclusionText {
    /// Time to find the owner, decide and deploy.
    static final int REMIND_DAYS = 14;

    private static final int NAMED_MAX = 10;

    private final Estate estate;
    private final Instant now;

    ExclusionText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords exclusionEnded(Gap.ExclusionEnded gap) {
        var where = Where.of(gap.subject());
        var account = where.account().map(AccountId::value).orElse("");
        var exclusion = gap.exclusion();
        var inactive = gap.subject() instanceof Subject.OfAccount(var one) && !one.active();
        var unread =
                gap.unread()
                        .map(cause ->
                                " Until then nothing is known about its clusters: "
                                        + PlainText.message(cause))
                        .orElse("");
        return new GapWords(
                where.label() + ": its exclusion has ended, on " + exclusion.until(),
                "policies/estate.json left it out until then. "
                        + who(exclusion)
                        + " As long as it stands there, StackSets give it no roles and no plans."
                        + unread,
                inactive
                        ? CoverageText.bringBack(estate, account) + " " + decide(exclusion)
                        : decide(exclusion));
    }

    /// The Lambdas that judge have the exclusions with them, and the StackSets name them.
    private String decide(Exclusion exclusion) {
        return "With "
                + PlainText.name(exclusion.owner())
                + ": if account "
                + exclusion.account()
                + " is still to be left out, give it a new day and why in targets.exclude of"
                + " policies/estate.json, build, and deploy SecondBackupControl. If not, take it out there, build,"
                + " and deploy SecondBackupControl, and in management account "
                + estate.managementAccount()
                + " SecondBackupOrganization.";
    }

    /// A sentence for each account that is left out, and for exclusions of accounts that are not there.
    Stream<String> sentences(Inventory inventory) {
        return Stream.concat(lines(inventory, estate).map(this::sentence), strangers(inventory));
    }

    /// Every account that is left out.
    static Stream<Excluded> lines(Inventory inventory, Estate estate) {
        return inventory.accounts().stream()
                .filter(AccountView.Excluded.class::isInstance)
                .map(AccountView.Excluded.class::cast)
                .flatMap(view ->
                        estate.exclusion(view.account().id()).stream()
                                .map(exclusion -> line(view, exclusion)));
    }

    private static Excluded line(AccountView.Excluded view, Exclusion exclusion) {
        return new Excluded(
                view.account().id(),
                PlainText.name(view.account().name()),
                PlainText.name(exclusion.owner()),
                PlainText.message(exclusion.reason()),
                exclusion.until(),
                view.seen(),
                view.clusters());
    }

    private String sentence(Excluded one) {
        var exclusion = estate.exclusion(one.account()).orElseThrow();
        var left = exclusion.daysLeft(now);
        var soon =
                left > REMIND_DAYS
                        ? ""
                        : " That ends in "
                                + (left == 1 ? "1 day" : left + " days")
                                + "; from then on it is the gap ExclusionEnded.";
        return "Account "
                + one.accountName()
                + " "
                + one.account()
                + " is excluded until "
                + one.until()
                + ". "
                + who(exclusion)
                + soon
                + " "
                + clusters(one);
    }

    private static String who(Exclusion exclusion) {
        return PlainText.name(exclusion.owner())
                + " answers for it: \""
                + PlainText.message(exclusion.reason())
                + "\".";
    }

    private static String clusters(Excluded one) {
        var count = one.clusters().size();
        var names =
                one.clusters().stream()
                        .limit(NAMED_MAX)
                        .map(ClusterId::name)
                        .map(PlainText::name)
                        .collect(Collectors.joining(", "));
        var more = count > NAMED_MAX ? ", and " + (count - NAMED_MAX) + " more" : "";
        var blind = one.seen() ? "" : "It could not be read in full, so it may have others.";
        if (count == 0) {
            return one.seen()
                    ? "It has no clusters."
                    : "It could not be read, so its clusters are not known.";
        }
        return ("Nothing is promised to "
                        + (count == 1 ? "its cluster " : "its " + count + " clusters ")
                        + names
                        + more
                        + ". "
                        + blind)
                .strip();
    }

    private Stream<String> strangers(Inventory inventory) {
        return inventory.manifest() instanceof Manifest.NotListed
                ? Stream.of()
                : estate.exclusions().stream()
                        .filter(exclusion -> find(inventory, exclusion).isEmpty())
                        .map(exclusion ->
                                "policies/estate.json excludes account "
                                        + exclusion.account()
                                        + ", which the organization does not list.");
    }

    private static Optional<AccountView> find(Inventory inventory, Exclusion exclusion) {
        return inventory.accounts().stream()
                .filter(view -> view.account().id().equals(exclusion.account()))
                .findFirst();
    }
}
