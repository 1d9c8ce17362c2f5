package secondbackup.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.rehearsal.Templates.Synthesized;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.world.SimulatedOrganization;

/// The first day of the README: every stack that was synthesized is deployed, in its order, by the administrators of the
/// accounts. The organization has been enrolled, and the Slack webhook's secret was made by hand.
///
/// Two things differ from what a person does. The key of the vault is known only once the vault is deployed, so a person
/// writes it into `estate.json` and builds again; here AWS KMS is told to draw the id that the estate names. And the
/// example estate begins in governance mode; [#deployLocked] switches the vault to compliance mode, as a second deployment with
/// two switches does.
public final class FirstDay {
    private static final String ORGANIZATION = "SecondBackupOrganization";
    private static final String ROLES = "SecondBackupMemberRoles";
    private static final String BACKUP = "SecondBackupMemberBackup";

    /// First the vault, then who watches, then who works; the organization's service control policies come last, as they
    /// stop AWS CloudFormation in the vault account.
    private static final List<String> ORDER =
            List.of(
                    "SecondBackupVault-",
                    "SecondBackupRecovery",
                    "SecondBackupWatchDeadMan",
                    "SecondBackupControl",
                    "SecondBackupWatch",
                    ORGANIZATION);

    private final SimulatedOrganization world;
    private final Templates templates;
    private final JsonNode estate;
    private final List<Stack> stacks = new ArrayList<>();

    /// @param estate what `estate.json` says
    public FirstDay(SimulatedOrganization world, Templates templates, JsonNode estate) {
        this.world = world;
        this.templates = templates;
        this.estate = estate;
    }

    /// Deploys everything.
    ///
    /// Fails: IllegalStateException with the events of a stack that could not be deployed.
    public void deploy() {
        nameKeys();
        order().forEach(this::deploy);
        membersOfTheManagementAccount().forEach(this::deploy);
    }

    /// Deploys everything, with the vaults in compliance mode.
    ///
    /// @param graceDays in which the lock can still be taken off
    public void deployLocked(int graceDays) {
        nameKeys();
        for (var stack : order()) {
            deploy(stack);
            if (stack.name().startsWith("SecondBackupVault-")) {
                deploy(locked(stack, graceDays));
            }
        }
        membersOfTheManagementAccount().forEach(this::deploy);
    }

    /// What is synthesized of the same estate with `"mode": "compliance"` and `graceDays`.
    static Synthesized locked(Synthesized vault, int graceDays) {
        var template = Templates.parse(vault.template());
        for (var resource : template.path("Resources")) {
            if (resource.path("Type").asText().equals("AWS::Backup::BackupVault")) {
                ((ObjectNode) resource.at("/Properties/LockConfiguration"))
                        .put("ChangeableForDays", graceDays);
            }
        }
        return new Synthesized(vault.name(), vault.account(), vault.region(), template.toString());
    }

    private void nameKeys() {
        for (var vault : estate.path("vaults")) {
            var key = vault.path("key").asText();
            if (!key.isEmpty()) {
                world.keys().drawNext(key);
            }
        }
    }

    private List<Synthesized> order() {
        var order = new LinkedHashSet<Synthesized>();
        ORDER.forEach(beginning -> order.addAll(templates.all(beginning)));
        return List.copyOf(order);
    }

    /// Service-managed StackSets leave the management account out.
    private List<Synthesized> membersOfTheManagementAccount() {
        var management = world.organization().managementAccount;
        var home = estate.path("homeRegion").asText();
        var regions = new ArrayList<String>();
        estate.path("sourceRegions").forEach(region -> regions.add(region.asText()));
        return Stream.concat(
                        Stream.of(templates.get(ROLES).into(management, home)),
                        regions.stream()
                                .map(region -> templates.get(BACKUP).into(management, region)))
                .toList();
    }

    /// Deploys one stack, or deploys it again.
    ///
    /// Fails: IllegalStateException where AWS refuses, and with the stack's events where it could not be deployed.
    public Stack deploy(Synthesized synthesized) {
        var stack = deployed(synthesized);
        if (!stack.status().done()) {
            throw new IllegalStateException(
                    stack
                            + "\n"
                            + stack.events().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining("\n")));
        }
        if (!stacks.contains(stack)) {
            stacks.add(stack);
        }
        return stack;
    }

    private Stack deployed(Synthesized synthesized) {
        try {
            return world.cloudFormation()
                    .deployments()
                    .deploy(
                            new Principal.Administrator(synthesized.account()),
                            synthesized.region(),
                            synthesized.name(),
                            synthesized.template());
        } catch (AwsError refused) {
            throw new IllegalStateException(
                    synthesized.name()
                            + " into "
                            + synthesized.account()
                            + "/"
                            + synthesized.region()
                            + ": "
                            + refused.code()
                            + ": "
                            + refused.message(),
                    refused);
        }
    }

    /// Those that were deployed by name, in the order of their first deployment; the StackSets' are theirs.
    public List<Stack> stacks() {
        return List.copyOf(stacks);
    }
}
