package secondbackup.report;

import java.time.Instant;
import secondbackup.gap.Gap;
import secondbackup.verify.RestoreDoubt;

/// Words for copies that are held, and yet could not be restored as they are.
///
/// Source: Aurora User Guide, "Restoring from a DB cluster snapshot"; Amazon RDS User Guide, "Quotas and constraints
/// for Amazon RDS" (DB clusters: L-952B80B8); read 2026-11-27.
final class RestoreText {
    private final Instant now;

    RestoreText(Instant now) {
        this.now = now;
    }

    GapWords engineRetired(Gap.EngineRetired gap) {
        var where = Where.of(gap.subject());
        var version = PlainText.name(gap.engine()) + " " + PlainText.name(gap.version());
        var target = gap.upgradeTo().map(PlainText::name).orElse("");
        var trial =
                target.isEmpty()
                        ? "RDS names no version that a copy could be restored to: open a case with AWS Support"
                        : "Try it now, before it is needed: restore the copy with --engine-version "
                                + PlainText.argument(target);
        return new GapWords(
                where.label()
                        + ": its newest good copy is of "
                        + version
                        + gap.endsAt()
                                .map(end ->
                                        ", whose support by AWS ends " + TimeText.until(end, now))
                                .orElse(", with which no cluster can be made any more"),
                gap.endsAt().isPresent()
                        ? "AWS ends every support of this major version, extended support included."
                        : "AWS has retired the version in Region "
                                + gap.copy().regionText()
                                + ". A restore becomes an upgrade, and an upgrade may fail.",
                "Upgrade the cluster"
                        + (target.isEmpty() ? "" : " to " + target + " or newer")
                        + "; the copies after that are in order. "
                        + trial
                        + ". See which versions there are, in account "
                        + gap.copy().accountText()
                        + ": aws rds describe-db-engine-versions --region "
                        + gap.copy().regionText()
                        + " --engine "
                        + PlainText.argument(gap.engine())
                        + " --include-all");
    }

    GapWords restoreBlocked(Gap.RestoreBlocked gap) {
        var where = Where.of(gap.subject());
        var label = where.label() + ": no copy could be restored here, ";
        return switch (gap.evidence()) {
            case RestoreDoubt.NoPlace _ ->
                    new GapWords(
                            "The organization has no place to bring a copy back to",
                            "policies/estate.json has no recovery.",
                            "Choose an account that holds no vault, name it under recovery in"
                                    + " policies/estate.json, and deploy SecondBackupRecovery and"
                                    + " SecondBackupRecoveryVaultSide.");
            case RestoreDoubt.NoVault(var vault) ->
                    new GapWords(
                            label + "for vault " + PlainText.name(vault.name()) + " is not there",
                            "The recovery stack was never deployed, or somebody deleted the vault.",
                            "Deploy it, "
                                    + where.inAccount()
                                    + "cd cdk && npx cdk deploy SecondBackupRecovery");
            case RestoreDoubt.KeyNotEnabled(var vault, var state) ->
                    new GapWords(
                            label
                                    + "for the key of vault "
                                    + PlainText.name(vault.name())
                                    + " is "
                                    + PlainText.name(state),
                            "Somebody disabled the key, or wants it deleted.",
                            "Find its ARN, "
                                    + VaultText.describe(where(where, vault.name()))
                                    + "; then aws kms cancel-key-deletion where it is to be deleted, and aws"
                                    + " kms enable-key, each with --key-id and that ARN");
            case RestoreDoubt.TooFewZones(_, var zones) ->
                    new GapWords(
                            label
                                    + "for no DB subnet group covers two Availability Zones; the best covers "
                                    + zones,
                            "Nobody has made one, or its subnets are gone.",
                            "Make one of subnets in two zones, "
                                    + where.inAccount()
                                    + "aws rds create-db-subnet-group --region "
                                    + where.region()
                                    + " --db-subnet-group-name recovery --db-subnet-group-description recovery"
                                    + " --subnet-ids SUBNET SUBNET");
            case RestoreDoubt.NoRoom(_, var used, var max) ->
                    new GapWords(
                            label
                                    + "for all "
                                    + max
                                    + " DB clusters that the account may have are there",
                            "Its quota of DB clusters is used up: " + used + " of " + max + ".",
                            "Ask for more, "
                                    + where.inAccount()
                                    + "aws service-quotas request-service-quota-increase --region "
                                    + where.region()
                                    + " --service-code rds --quota-code L-952B80B8 --desired-value "
                                    + (used + 1));
            case RestoreDoubt.Unread(_, var cause) ->
                    new GapWords(
                            label + "as far as is known",
                            PlainText.message(cause),
                            "See why the account could not be read, and sweep again.");
        };
    }

    private static Where where(Where place, String vault) {
        return new Where(
                place.account(),
                place.accountName(),
                place.region(),
                vault,
                "",
                place.label(),
                place.key());
    }
}
