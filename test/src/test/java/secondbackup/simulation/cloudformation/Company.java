package secondbackup.simulation.cloudformation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.world.SimulatedOrganization;

/// The small world with two units, `ou-red` and `ou-blue`, whose accounts StackSets reach.
final class Company {
    static final String RED = "ou-test-redredred";
    static final String BLUE = "ou-test-blueblue";
    static final String REGION = SmallWorld.HOME;
    private static final long FIRST_JOINER = 555_000_000_001L;

    /// A role with a name of its own.
    static final String NAMED = "\"Role\":" + Office.role("member");

    /// A retained vault whose name carries a part of the stack's id.
    static final String SUFFIXED =
            """
            "Vault":{"Type":"AWS::Backup::BackupVault","DeletionPolicy":"RetainExceptOnCreate","Properties":{"BackupVaultName":
            {"Fn::Join":["-",["source",{"Fn::Select":[0,{"Fn::Split":["-",{"Fn::Select":[2,
            {"Fn::Split":["/",{"Ref":"AWS::StackId"}]}]}]}]}]]}}}\
            """;

    final SimulatedOrganization of = SimulatedOrganization.of(SmallWorld.world(), 1);
    final Organization organization = of.organization();
    final String root;
    private int joined;

    Company() {
        this.root =
                organization.units.values().stream()
                        .filter(unit -> unit.parent.isEmpty())
                        .map(unit -> unit.id)
                        .findFirst()
                        .orElseThrow();
        organization.unit(RED, "Red", root);
        organization.unit(BLUE, "Blue", root);
        organization.stackSetsTrusted = true;
    }

    String join(String unit) {
        var id = "%012d".formatted(FIRST_JOINER + joined++);
        organization.join(id, "account " + id, unit, of.time().instant());
        return id;
    }

    List<String> join(String unit, int count) {
        var joined = new ArrayList<String>();
        for (var each = 0; each < count; each++) {
            joined.add(join(unit));
        }
        return joined;
    }

    void move(String account, String unit) {
        account(account).parent = unit;
    }

    void state(String account, AccountState state) {
        account(account).state = state;
    }

    Organization.Account account(String account) {
        return organization.account(account).orElseThrow();
    }

    /// Long enough for StackSets to look around.
    void later() {
        of.advance(Duration.ofHours(1));
    }

    StackSet set(String name) {
        return of.cloudFormation().stackSets().find(name).orElseThrow();
    }

    boolean has(String account, String role) {
        return of.roles().find(account, role).isPresent();
    }

    long vaults(String account, String region) {
        return of.vaults().in(account, region).size();
    }

    Stack deploy(String resources) {
        return deploy(SmallWorld.MANAGEMENT, resources);
    }

    Stack deploy(String account, String resources) {
        return of.cloudFormation()
                .deployments()
                .deploy(
                        new Principal.Administrator(account),
                        REGION,
                        "organization",
                        Office.template(resources));
    }

    /// A StackSet of one resource, in units, and what else it says.
    static Sketch of(String name, String resources, String... units) {
        return new Sketch(
                name, resources, List.of(units), List.of(REGION), "", true, true, 100, "");
    }

    /// @param filter more of the deployment targets, after a comma
    /// @param more more of the properties, after a comma
    record Sketch(
            String name,
            String resources,
            List<String> units,
            List<String> regions,
            String filter,
            boolean automatic,
            boolean retain,
            int tolerance,
            String more) {
        Sketch in(String... other) {
            return new Sketch(
                    name,
                    resources,
                    units,
                    List.of(other),
                    filter,
                    automatic,
                    retain,
                    tolerance,
                    more);
        }

        Sketch only(String other) {
            return new Sketch(
                    name, resources, units, regions, other, automatic, retain, tolerance, more);
        }

        Sketch following(boolean now, boolean kept) {
            return new Sketch(name, resources, units, regions, filter, now, kept, tolerance, more);
        }

        Sketch tolerating(int percent) {
            return new Sketch(
                    name, resources, units, regions, filter, automatic, retain, percent, more);
        }

        Sketch with(String other) {
            return new Sketch(
                    name, resources, units, regions, filter, automatic, retain, tolerance, other);
        }

        /// The resource in a template, by its logical id, with `capabilities` for roles.
        String as(String logicalId) {
            var body = Office.template(resources).replace("\\", "\\\\").replace("\"", "\\\"");
            return """
            "%s":{"Type":"AWS::CloudFormation::StackSet","Properties":{"StackSetName":"%s",
            "PermissionModel":"SERVICE_MANAGED","CallAs":"SELF","Capabilities":["CAPABILITY_NAMED_IAM"],
            "AutoDeployment":{"Enabled":%s,"RetainStacksOnAccountRemoval":%s},
            "OperationPreferences":{"FailureTolerancePercentage":%d},
            "StackInstancesGroup":[{"DeploymentTargets":{"OrganizationalUnitIds":%s%s},"Regions":%s}],
            "TemplateBody":"%s"%s}}\
            """
                    .formatted(
                            logicalId,
                            name,
                            automatic,
                            retain,
                            tolerance,
                            list(units),
                            filter,
                            list(regions),
                            body.replace("\n", ""),
                            more);
        }

        static String list(List<String> texts) {
            return texts.stream()
                    .map(text -> "\"" + text + "\"")
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }
}
