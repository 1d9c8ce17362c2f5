package secondbackup.report;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ClusterId;
import secondbackup.policy.Estate;

/// Words for what is not looked at any more: clusters that vanished, and a sweep that is old.
final class SightText {
    private static final int NAMED_MAX = 10;

    private final Estate estate;
    private final Instant now;

    SightText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords coverageDropped(Gap.CoverageDropped gap) {
        var where = Where.of(gap.subject());
        var count = gap.vanished().size();
        var what =
                gap.left()
                        ? "is no longer in the organization, and neither "
                                + (count == 1 ? "is its cluster" : "are its " + count + " clusters")
                        : count + " of the " + gap.known() + " clusters that were known are gone";
        return new GapWords(
                where.label() + ": " + what,
                "The report before knew them, or the vault holds copies of them of the last 7 days: "
                        + names(gap)
                        + ". Nobody has said why they are gone.",
                gap.left() ? afterLeaving(where) : afterDeletion(gap, where));
    }

    private static String names(Gap.CoverageDropped gap) {
        var more = gap.vanished().size() - NAMED_MAX;
        return gap.vanished().stream()
                        .limit(NAMED_MAX)
                        .map(SightText::name)
                        .collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " more" : "");
    }

    private static String name(ClusterId cluster) {
        return PlainText.name(cluster.name())
                + " ("
                + cluster.account()
                + ", "
                + cluster.region()
                + ")";
    }

    private String afterLeaving(Where where) {
        return "In management account "
                + estate.managementAccount()
                + ": aws cloudtrail lookup-events --region us-east-1 --lookup-attributes"
                + " AttributeKey=EventSource,AttributeValue=organizations.amazonaws.com shows who took account "
                + where.account().map(AccountId::value).orElse("")
                + " out. "
                + keep(where.account().map(id -> estate.vaultOf(id)));
    }

    private String afterDeletion(Gap.CoverageDropped gap, Where where) {
        var first = gap.vanished().getFirst();
        return "Ask whoever owns them. In account "
                + first.account()
                + ": aws cloudtrail lookup-events --region "
                + first.region()
                + " --lookup-attributes AttributeKey=EventName,AttributeValue=DeleteDBCluster shows who"
                + " deleted them; where nobody did, a listing leaves them out. "
                + keep(where.account().map(id -> estate.vaultOf(id)));
    }

    private String keep(Optional<Estate.Vault> vault) {
        var one = vault.orElseGet(() -> estate.vaults().getFirst());
        return "Their copies stay until they expire; what is to stay longer, hold in account "
                + one.account()
                + ": aws backup create-legal-hold --region "
                + one.region()
                + ".";
    }

    GapWords sweepStale(Gap.SweepStale gap) {
        var machine =
                "arn:aws:states:"
                        + estate.homeRegion()
                        + ":"
                        + estate.controlAccount()
                        + ":stateMachine:second-backup-sweep";
        var region = " --region " + estate.homeRegion() + " --state-machine-arn " + machine;
        return new GapWords(
                Where.of(gap.subject()).label()
                        + ": the newest sweep began "
                        + TimeText.since(gap.startedAt(), now)
                        + "; whatever happened since was not seen",
                "A sweep begins every 12 h and takes minutes. This one took too long, or none has begun since.",
                "In control account "
                        + estate.controlAccount()
                        + ": aws stepfunctions list-executions --max-results 5"
                        + region
                        + " shows what became of the last ones. Begin a new one: aws stepfunctions"
                        + " start-execution"
                        + region);
    }
}
