package secondbackup.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import secondbackup.aws.AwsSetup;
import secondbackup.aws.Calls;
import secondbackup.doctor.Checkup;
import secondbackup.doctor.Facts;
import secondbackup.doctor.Finding;
import secondbackup.doctor.OurRoles;
import secondbackup.doctor.ServiceLinkedRole;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Setup;
import secondbackup.policy.Binding;
import secondbackup.policy.Rights;

/// One checkup: the audit's look at the organization, and the settings besides.
final class Doctor {
    private static final List<String> IN_ACCOUNTS =
            List.of(
                    "cloudtrail:DescribeTrails",
                    "cloudtrail:GetTrailStatus",
                    "iam:GetRole",
                    "rds:DescribeAccountAttributes");
    private static final List<String> OF_ORGANIZATION =
            List.of(
                    "backup:DescribeGlobalSettings",
                    "cloudformation:DescribeOrganizationsAccess",
                    "organizations:ListAWSServiceAccessForOrganization");

    private final Ground ground;
    private final Terminal terminal;

    Doctor(Ground ground, Terminal terminal) {
        this.ground = ground;
        this.terminal = terminal;
    }

    /// The calls that it makes.
    static Calls calls(Rights rights) {
        var actions = new TreeSet<>(Audit.actions(rights));
        actions.addAll(IN_ACCOUNTS);
        actions.addAll(OF_ORGANIZATION);
        return new Calls(actions);
    }

    List<Finding> run(Instant now) {
        var inventory = new Audit(ground, terminal).inventory(now);
        var policies = ground.layout().policies();
        return Checkup.of(
                new Facts(
                        setup(inventory.accounts()),
                        inventory,
                        Binding.of(inventory, policies, now),
                        policies,
                        ground.rights(),
                        now));
    }

    private Setup setup(List<AccountView> views) {
        terminal.progress("Reading settings");
        var estate = ground.layout().policies().estate();
        var sessions = ground.sessions(IN_ACCOUNTS);
        var reader = new AwsSetup(ground.connection(), sessions, ground.role());
        var roles = new OurRoles(estate);
        var accounts = new ArrayList<Setup.OfAccount>();
        for (var view : views) {
            if (view.account().active() && !(view instanceof AccountView.Excluded)) {
                accounts.add(reader.account(view.account(), names(view.account(), roles), estate));
            }
        }
        return new Setup(
                reader.crossAccountBackup(),
                reader.backupTrusted(),
                reader.stackSetsTrusted(),
                reader.clusterQuota(estate.vaults().getFirst()),
                accounts);
    }

    private static List<String> names(MemberAccount account, OurRoles roles) {
        var names = new ArrayList<>(ServiceLinkedRole.names());
        names.addAll(roles.in(account.id()));
        return names;
    }
}
