package secondbackup.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import secondbackup.aws.AwsEnrolment;
import secondbackup.aws.AwsSetup;
import secondbackup.aws.Calls;
import secondbackup.aws.RoleSessions;
import secondbackup.doctor.Change;
import secondbackup.doctor.Changes;
import secondbackup.doctor.ServiceLinkedRole;
import secondbackup.inventory.Look;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Setup;
import secondbackup.policy.Rights;
import secondbackup.sweep.OrganizationReader.Listing;

/// Reads the settings that no template can make, and makes those that are not as they must be, one after the
/// other.
final class Enrolment {
    private static final List<String> READS =
            List.of("account:ListRegions", "backup:DescribeRegionSettings", "iam:GetRole");
    private static final List<String> WRITES =
            List.of("backup:UpdateRegionSettings", "iam:CreateServiceLinkedRole");
    private static final List<String> READS_OF_ORGANIZATION =
            List.of(
                    "backup:DescribeGlobalSettings",
                    "cloudformation:DescribeOrganizationsAccess",
                    "organizations:DescribeOrganization",
                    "organizations:ListAWSServiceAccessForOrganization",
                    "sts:AssumeRole",
                    "sts:GetCallerIdentity");
    private static final List<String> WRITES_OF_ORGANIZATION =
            List.of(
                    "backup:UpdateGlobalSettings",
                    "cloudformation:ActivateOrganizationsAccess",
                    "organizations:EnableAWSServiceAccess");

    /// What came of it.
    ///
    /// @param done changes that were made
    /// @param left changes that were not: refused, or not begun
    /// @param unseen what could not be looked at, a sentence each
    record Result(List<String> done, List<String> left, List<String> unseen) {
        int exitCode() {
            if (!unseen.isEmpty()) {
                return ExitCode.NOT_SEEN;
            }
            return left.isEmpty() ? ExitCode.HELD : ExitCode.GAPS;
        }
    }

    private final Ground ground;
    private final Terminal terminal;
    private final boolean apply;

    Enrolment(Ground ground, Terminal terminal, boolean apply) {
        this.ground = ground;
        this.terminal = terminal;
        this.apply = apply;
    }

    /// The calls that it makes.
    static Calls calls(Rights rights, boolean apply) {
        var actions = new TreeSet<>(READS_OF_ORGANIZATION);
        actions.addAll(READS);
        rights.actions("list.json").stream()
                .filter(action -> action.startsWith("organizations:"))
                .forEach(actions::add);
        if (apply) {
            actions.addAll(WRITES);
            actions.addAll(WRITES_OF_ORGANIZATION);
        }
        return new Calls(actions);
    }

    Result run() {
        terminal.progress("Listing the organization");
        return switch (ground.list()) {
            case Listing.Failed(var cause) ->
                    throw new NotSeen("The organization could not be listed: " + cause);
            case Listing.Listed(var accounts) -> result(Changes.of(setup(accounts)));
        };
    }

    private Setup setup(List<MemberAccount> accounts) {
        var reader = new AwsSetup(ground.connection(), sessions(READS), ground.role());
        var estate = ground.layout().policies().estate();
        var seen = new ArrayList<Setup.OfAccount>();
        for (var account : accounts) {
            if (account.active()) {
                terminal.progress("Looking at " + Progress.name(account));
                seen.add(reader.settings(account, ServiceLinkedRole.names(), estate));
            }
        }
        return new Setup(
                reader.crossAccountBackup(),
                reader.backupTrusted(),
                reader.stackSetsTrusted(),
                new Look.Unseen<>("nobody has looked"),
                seen);
    }

    private RoleSessions sessions(Collection<String> actions) {
        var rights = ground.rights();
        return new RoleSessions(
                ground.connection(),
                account -> rights.sessionPolicy(account, actions),
                Optional.of(ground.caller().account()));
    }

    private Result result(Changes changes) {
        var done = new ArrayList<String>();
        var left = new ArrayList<String>();
        var maker = new AwsEnrolment(ground.connection(), sessions(WRITES), ground.role());
        if (apply) {
            terminal.stop().changes();
        }
        for (var change : changes.wanted()) {
            if (!apply) {
                left.add(change.words());
            } else if (terminal.stop().getAsBoolean()) {
                left.add(change.words() + " (stopped before it)");
            } else {
                make(change, maker, done, left);
            }
        }
        return new Result(done, left, changes.unseen());
    }

    /// Said at once, so that whoever stops the command knows what was done.
    private void make(Change change, AwsEnrolment maker, List<String> done, List<String> left) {
        switch (maker.make(change)) {
            case AwsEnrolment.Outcome.Done() -> {
                done.add(change.words());
                terminal.progress("Done: " + change.words());
            }
            case AwsEnrolment.Outcome.Failed(var cause) -> {
                left.add(change.words() + " (" + cause + ")");
                terminal.progress("REFUSED: " + change.words() + ": " + cause);
            }
        }
    }
}
