package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.CopyFailing.LastTry;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Estate;

/// Words for snapshots and copies that are missing, late or failing.
final class CopyText {
    private static final String ELSEWHERE =
            "The cluster's other gaps say why (NotEnrolled, OptedOut, NoRecoveryPoint, KeyNotShareable,"
                    + " CopyFailing, CopyStuck). Without one of them a copy is on its way.";

    private final Estate estate;
    private final Instant now;

    CopyText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords noRecoveryPoint(Gap.NoRecoveryPoint gap) {
        var where = Where.of(gap.subject());
        var newest =
                gap.newestAt()
                        .map(at -> "the newest is of " + TimeText.since(at, now))
                        .orElse("there is none");
        return new GapWords(
                where.label()
                        + ": source vault "
                        + estate.sourceVault()
                        + " has no recovery point young enough to be copied; "
                        + newest,
                "The plan's backup jobs fail, do not run, or do not select the cluster. RDS says of the"
                        + " cluster: "
                        + PlainText.message(gap.clusterStatus())
                        + ".",
                where.inAccount()
                        + "aws backup list-backup-jobs --region "
                        + where.region()
                        + " --by-resource-arn "
                        + where.arnArgument()
                        + " shows why. Then take one now: "
                        + backUp(where, estate));
    }

    /// The command that takes a recovery point at once.
    static String backUp(Where where, Estate estate) {
        var role = where.account().map(id -> estate.roleArn(id, estate.roles().backup()).value());
        return "aws backup start-backup-job --region "
                + where.region()
                + " --backup-vault-name "
                + newestSourceVault(where, estate)
                + " --resource-arn "
                + where.arnArgument()
                + " --iam-role-arn "
                + role.orElse("")
                + " --lifecycle DeleteAfterDays=7";
    }

    /// Its name carries a suffix of the stack that made it, so the command asks for it.
    private static String newestSourceVault(Where where, Estate estate) {
        return "\"$(aws backup list-backup-vaults --region "
                + where.region()
                + " --output text --query \"sort_by(BackupVaultList[?BackupVaultName=='"
                + estate.sourceVault()
                + "' || starts_with(BackupVaultName,'"
                + estate.sourceVault()
                + "-')],&CreationDate)[-1].BackupVaultName\")\"";
    }

    GapWords noCopy(Gap.NoCopy gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label()
                        + ": no usable copy is in the vault; the cluster exists since "
                        + TimeText.since(gap.clusterCreatedAt(), now),
                ELSEWHERE,
                "Remove the cluster's other gaps; the copy is then ordered by itself within 10 minutes."
                        + " To watch it, "
                        + jobs(where));
    }

    GapWords copyLate(Gap.CopyLate gap) {
        var where = Where.of(gap.subject());
        var age = Duration.between(gap.capturedAt(), now);
        return new GapWords(
                where.label()
                        + ": the newest good copy is overdue by "
                        + TimeText.of(gap.overdue())
                        + "; its data is of "
                        + TimeText.of(gap.capturedAt())
                        + ", limit "
                        + TimeText.of(age.minus(gap.overdue())),
                gap.waitingForSlot()
                        ? "A copy is due and waits for one of the vault's "
                                + slots(where)
                                + " copy slots."
                        : ELSEWHERE,
                gap.waitingForSlot()
                        ? "The cluster whose promise breaks first goes first. If clusters wait every day,"
                                + " spread schedule.cron in policies/backup over the day, or have AWS raise the"
                                + " number of concurrent copies of the vault account and then copySlots in"
                                + " policies/estate.json."
                        : "Remove the cluster's other gaps. To see the copy jobs, " + jobs(where));
    }

    GapWords copyStuck(Gap.CopyStuck gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label()
                        + ": copy job "
                        + PlainText.name(gap.copyJobId())
                        + " is "
                        + PlainText.name(gap.state())
                        + " since "
                        + TimeText.since(gap.startedAt(), now)
                        + ", limit "
                        + estate.copyHoursMax()
                        + " h",
                "AWS Backup retries a job in CREATED for up to 2 hours and then hands it to its own people;"
                        + " a large cluster's first copy may also just take long. While it is in progress the"
                        + " cluster gets no other.",
                where.inAccount()
                        + "aws backup describe-copy-job --region "
                        + where.region()
                        + " --copy-job-id "
                        + PlainText.argument(gap.copyJobId())
                        + ". If it does not move, open a case with AWS Support from that account, naming the"
                        + " copy job and the Region. AWS Backup has no call that stops a copy job.");
    }

    GapWords copyFailing(Gap.CopyFailing gap) {
        var where = Where.of(gap.subject());
        var category = gap.category().isEmpty() ? "" : " (" + PlainText.name(gap.category()) + ")";
        return new GapWords(
                where.label() + ": " + lastTry(gap.lastTry()),
                FailureText.cause(gap)
                        + " AWS says"
                        + category
                        + ": "
                        + (gap.message().isEmpty() ? "nothing" : PlainText.message(gap.message())),
                FailureText.remedy(gap, where, estate));
    }

    private String lastTry(LastTry lastTry) {
        return switch (lastTry) {
            case LastTry.Job(var id, var failures, var since) ->
                    (failures == 1 ? "the last try" : "the last " + failures + " tries")
                            + " to copy failed, since "
                            + TimeText.since(since, now)
                            + ", copy job "
                            + PlainText.name(id);
            case LastTry.Order(var refusedAt) ->
                    "the last order to copy came to nothing, given "
                            + TimeText.since(refusedAt, now)
                            + "; no copy job is known of it";
        };
    }

    static String jobs(Where where) {
        return where.inAccount()
                + "aws backup list-copy-jobs --region "
                + where.region()
                + " --by-resource-arn "
                + where.arnArgument();
    }

    private String slots(Where where) {
        return where.account()
                .map((AccountId id) -> String.valueOf(estate.vaultOf(id).copySlots()))
                .orElse("");
    }
}
