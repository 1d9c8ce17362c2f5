package secondbackup.report;

import java.time.Instant;
import java.util.Locale;
import secondbackup.gap.Gap;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VolumeSize;
import secondbackup.policy.Estate;
import secondbackup.verify.HoldOrder;
import secondbackup.verify.Keeping;
import secondbackup.verify.LastCopies;

/// Words for copies that are there, but will not be for long or are hollow.
final class HoldingText {
    private static final double GIBIBYTE = 1L << 30;

    private final Estate estate;
    private final Instant now;

    HoldingText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords retentionShort(Gap.RetentionShort gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label()
                        + ": the newest good copy is kept "
                        + days(gap.keptDays())
                        + " instead of "
                        + days(gap.promisedDays()),
                "It was copied before the promise was raised, or by a plan or person with another lifecycle.",
                "The next copy is ordered with "
                        + days(gap.promisedDays())
                        + ". If the gap stays, see what else copies this cluster, "
                        + CopyText.jobs(where)
                        + ". A locked vault lets nobody change the lifecycle of a copy that is there.");
    }

    GapWords tierMissing(Gap.TierMissing gap) {
        var where = Where.of(gap.subject());
        var tier = gap.period().word();
        var newest =
                gap.newestAt()
                        .map(at -> "the newest is of " + TimeText.since(at, now))
                        .orElse("there is none");
        return new GapWords(
                where.label()
                        + ": no "
                        + tier
                        + " copy, kept "
                        + days(gap.promisedDays())
                        + ", is young enough; "
                        + newest,
                "The plan's rule "
                        + tier
                        + " has taken no recovery point since, or its copy did not arrive; a tier that is new"
                        + " has had no day yet.",
                "See whether the plan in the cluster's account has that rule, "
                        + where.inAccount()
                        + "aws backup list-backup-plans --region "
                        + where.region()
                        + "; if not, deploy the member stacks there. If it has, the cluster's other gaps say why"
                        + " nothing is copied.");
    }

    GapWords lastCopyExpiring(Gap.LastCopyExpiring gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label()
                        + ": the newest good copy expires "
                        + TimeText.until(gap.expiresAt(), now)
                        + ", and nothing newer has followed it",
                "No newer copy has arrived; the cluster's other gaps say why.",
                keeping(gap.keeping())
                        + hold(where, gap.copy())
                        + ". Then take a recovery point, "
                        + where.inAccount()
                        + CopyText.backUp(where, estate));
    }

    private static String keeping(Keeping keeping) {
        return switch (keeping) {
            case BY_HAND -> "Hold it for as long as you look for the cause, ";
            case ORDERED ->
                    "A legal hold is being set by itself; the next sweep says whether AWS holds the copy. If it"
                            + " does not, ";
            case WITHOUT_EFFECT ->
                    "A legal hold was set, but AWS does not list the copy among what it holds. Copy it out as long"
                            + " as it is there, or try once more, ";
            case LIFTED ->
                    "A legal hold was set, and somebody took it off, which is not undone by itself. If nobody meant"
                            + " to, set another, ";
            case FULL ->
                    "No hold is set by itself: "
                            + LastCopies.HOLDS_MAX
                            + " last copies are held already. To release one of them, two people detach the vault"
                            + " account's policy first, as runbook page LastCopyExpiring says. An account may have"
                            + " 50 holds, so hold this copy by hand, ";
            case UNREAD ->
                    "No hold is set by itself, for nobody could see which there are. Hold it by hand, ";
        };
    }

    /// A legal hold keeps a copy past its end and weakens nothing. Nobody releases it alone: the vault account's policy
    /// denies that to everybody there.
    ///
    /// Source: AWS Backup Developer Guide, "Legal holds and AWS Backup" and "AWS Backup quotas" (50 legal holds per
    /// account), read 2026-11-27.
    private String hold(Where where, VaultedCopy copy) {
        var vault =
                where.account()
                        .map(id -> estate.vaultOf(id).arn())
                        .orElseGet(() -> estate.vaults().getFirst().arn());
        var order = HoldOrder.of(vault, copy, now);
        return "in account "
                + vault.accountText()
                + ": aws backup create-legal-hold --region "
                + vault.regionText()
                + " --title "
                + LegalHold.TITLE
                + " --description "
                + PlainText.argument(copy.arn().value())
                + " --recovery-point-selection '{\"ResourceIdentifiers\":[\""
                + PlainText.line(copy.cluster().value()).replace("'", "").replace("\"", "")
                + "\"],\"DateRange\":{\"FromDate\":\""
                + order.from().getEpochSecond()
                + "\",\"ToDate\":\""
                + order.to().getEpochSecond()
                + "\"}}'";
    }

    GapWords sizeJumped(Gap.SizeJumped gap) {
        var where = Where.of(gap.subject());
        var shrank = gap.to().bytes() < gap.from().bytes();
        return new GapWords(
                where.label()
                        + ": its volume "
                        + (shrank ? "shrank" : "grew")
                        + " from "
                        + size(gap.from())
                        + " to "
                        + size(gap.to())
                        + ", as it never did in the days that are known",
                shrank
                        ? "Tables were dropped or emptied. Copies since then hold what is left."
                        : "A large load, or something that writes everything anew, as whoever encrypts data does.",
                "Ask the owner whether that was meant. If nobody meant it, the last copy from before is of "
                        + TimeText.of(gap.before().capturedAt())
                        + ": hold it, "
                        + hold(where, gap.before())
                        + "; then bring it back and compare");
    }

    private static String size(VolumeSize size) {
        return String.format(Locale.ROOT, "%.1f GiB on %s", size.bytes() / GIBIBYTE, size.day());
    }

    GapWords snapshotMissing(Gap.SnapshotMissing gap) {
        var where = Where.of(gap.subject());
        var copy = gap.copy();
        var told =
                gap.status()
                        .map(status ->
                                "RDS says of the snapshot behind it: " + PlainText.name(status))
                        .orElse("RDS has no snapshot behind it");
        var look =
                "in account "
                        + copy.accountText()
                        + ": aws rds describe-db-cluster-snapshots --region "
                        + copy.regionText()
                        + " --db-cluster-snapshot-identifier "
                        + PlainText.argument(copy.value());
        return new GapWords(
                where.label() + ": AWS Backup lists copy " + copy.name() + ", but " + told,
                gap.status().isPresent()
                        ? "The snapshot is not complete. A copy that was just made may need some minutes."
                        : "The snapshot was deleted outside AWS Backup, or never came to be.",
                gap.status().isPresent()
                        ? "See whether it becomes available, "
                                + look
                                + ". If not within a day, open a case with AWS Support naming it."
                        : "Treat it as an attack until you know better. See who deleted it, in account "
                                + copy.accountText()
                                + ": aws cloudtrail lookup-events --region "
                                + copy.regionText()
                                + " --lookup-attributes AttributeKey=EventName,"
                                + "AttributeValue=DeleteDBClusterSnapshot. Then make a new copy: take a recovery"
                                + " point, "
                                + where.inAccount()
                                + CopyText.backUp(where, estate));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
