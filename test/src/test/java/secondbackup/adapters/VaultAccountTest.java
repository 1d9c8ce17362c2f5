package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.wire.CallCounts;
import secondbackup.simulation.wire.Fault;

/// Who can act in the vault's account, read through IAM's own interface and told in the report.
final class VaultAccountTest {
    private static final String EXPOSED = "VaultAccountExposed";
    private static final String ADMINISTRATES =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}\
            """;

    private static final String DOOR =
            """
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*"}\
            """;

    private final Day day = Day.deployed();

    private static String trust(String kind, String principal) {
        return """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
         "Principal": {"%s": "%s"}}}\
        """
                .formatted(kind, principal);
    }

    private Roles.Role role(String path, String name, String trust) {
        var role = new Roles.Role(SmallWorld.VAULT, name, path, "AROA" + name, trust);
        role.policies.put("all", ADMINISTRATES);
        day.world().roles().put(role);
        return role;
    }

    private static List<JsonNode> gaps(JsonNode report, String kind) {
        var gaps = new ArrayList<JsonNode>();
        report.path("gaps")
                .forEach(gap -> {
                    if (gap.path("kind").asText().equals(kind)) {
                        gaps.add(gap);
                    }
                });
        return gaps;
    }

    private List<String> told() {
        return gaps(day.look(), EXPOSED).stream().map(gap -> gap.path("what").asText()).toList();
    }

    /// With the example roster: our stacks, AWS's own roles, the people who recover, and the management account's way in.
    @Test
    void staysSilentAboutWhatWasDeployed() {
        var deployed = Day.deployed(SmallWorld.read(SmallWorld.bare()));

        assertThat(deployed.world().roles().of(SmallWorld.VAULT)).hasSizeGreaterThan(6);
        assertThat(deployed.world().users().of(SmallWorld.VAULT)).hasSize(2);
        assertThat(gaps(deployed.look(), EXPOSED)).isEmpty();
        assertThat(Day.gaps(deployed.report(), SmallWorld.VAULT)).doesNotContain("StateUnknown");
    }

    @Test
    void namesARoleThatWasMadeByHandUntilItIsGone() {
        assertThat(told()).isEmpty();
        var made = role("/", "Administrator", trust("AWS", "999999999999"));

        var gap = gaps(day.look(), EXPOSED).getFirst();
        assertThat(gap.path("severity").asText()).isEqualTo("DANGER");
        assertThat(gap.path("account").asText()).isEqualTo(SmallWorld.VAULT);
        assertThat(gap.path("accountName").asText()).isEqualTo("backup-vault");
        assertThat(gap.path("what").asText())
                .isEqualTo(
                        "Account backup-vault 333333333333: role/Administrator can act in it, and is"
                                + " not on the roster; it lets in: arn:aws:iam::999999999999:root");
        assertThat(gap.path("remedy").asText())
                .contains("policies/roster.json")
                .contains(
                        "in account 333333333333: aws iam put-role-policy --role-name Administrator");

        day.world().roles().remove(SmallWorld.VAULT, made.name);
        assertThat(told()).isEmpty();
    }

    @Test
    void namesAPermissionSetThatNobodyPlannedAndNotTheOneOfTheRoster() {
        var provider = "arn:aws:iam::333333333333:saml-provider/AWSSSO_0a1b2c_DO_NOT_DELETE";
        var path = "/aws-reserved/sso.amazonaws.com/eu-central-1/";
        role(
                path,
                "AWSReservedSSO_SecondBackupVault_0a1b2c3d4e5f6071",
                trust("Federated", provider));
        role(
                path,
                "AWSReservedSSO_AWSAdministratorAccess_0a1b2c3d4e5f",
                trust("Federated", provider));

        var gap = gaps(day.look(), EXPOSED);
        assertThat(gap).hasSize(1);
        assertThat(gap.getFirst().path("what").asText())
                .contains("AWSReservedSSO_AWSAdministratorAccess_0a1b2c3d4e5f")
                .contains(provider);
        assertThat(gap.getFirst().path("remedy").asText())
                .contains("aws sso-admin list-account-assignments --account-id 333333333333");
    }

    @Test
    void namesWhomARoleOfOursLetsInThatItMustNot() {
        var reader = reader();
        reader.trustPolicy = reader.trustPolicy.replaceFirst("\\{\"Sid", DOOR + ", {\"Sid");

        assertThat(told())
                .containsExactly(
                        "Account backup-vault 333333333333: role/second-backup-vault-reader lets in"
                                + " everybody (*), whom the roster does not name for it");
    }

    /// A role that Lambda may take is one that any function of the account may have.
    @Test
    void namesAServiceThatARoleOfOursLetsInAndTheRosterDoesNot() {
        var reader = reader();
        var lambda = DOOR.replace("\"*\"", "{\"Service\": \"lambda.amazonaws.com\"}");
        reader.trustPolicy = reader.trustPolicy.replaceFirst("\\{\"Sid", lambda + ", {\"Sid");

        assertThat(told())
                .containsExactly(
                        "Account backup-vault 333333333333: role/second-backup-vault-reader lets in"
                                + " the service lambda.amazonaws.com, whom the roster does not name for it");
    }

    @Test
    void namesAStrangersKeysAndEachKeyOfAPersonThatCanBeUsed() {
        var eve = new Users.User(SmallWorld.VAULT, "eve", "/", "AIDAEVE");
        eve.accessKeys.put("AKIAEVEEVEEVEEVEEVE1", "Active");
        day.world().users().put(eve);
        var person = new Users.User(SmallWorld.VAULT, "first.person", "/recovery/", "AIDAFIRST");
        person.accessKeys.put("AKIAFIRSTFIRSTFIRST1", "Active");
        person.accessKeys.put("AKIAFIRSTFIRSTFIRST2", "Inactive");
        day.world().users().put(person);

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "Account backup-vault 333333333333: user/eve can act in it, and is not on the"
                                + " roster; its access keys: AKIAEVEEVEEVEEVEEVE1",
                        "Account backup-vault 333333333333: user/recovery/first.person has the access"
                                + " key AKIAFIRSTFIRSTFIRST1");
    }

    @Test
    void saysWhatIsWrongWithTheRootUser() {
        var root = day.world().users().root(SmallWorld.VAULT);
        root.accessKey = true;
        root.mfa = false;
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "Account backup-vault 333333333333: its root user has an access key",
                        "Account backup-vault 333333333333: its root user signs in with a password and"
                                + " nothing else");

        root.accessKey = false;
        root.password = false;
        assertThat(told()).isEmpty();
    }

    /// IAM tells of a hundred users and roles on a page.
    @Test
    void readsToTheLastPage() {
        for (var number = 0; number < 250; number++) {
            role(
                    "/aws-service-role/x.amazonaws.com/",
                    "x" + number,
                    trust("Service", "x.amazonaws.com"));
        }
        role("/", "zz-last", trust("Service", "x.amazonaws.com"));
        var before = day.world().calls().snapshot();

        assertThat(told()).singleElement().asString().contains("role/zz-last can act in it");
        var asked = day.world().calls().since(before);
        assertThat(asked)
                .containsEntry(
                        new CallCounts.Kind(
                                SmallWorld.VAULT,
                                "us-east-1",
                                "iam",
                                "GetAccountAuthorizationDetails"),
                        3L);
    }

    /// Nobody takes what was not read for well: what stood before stands on.
    @Test
    void remembersWhoWasThereWhileIamDoesNotAnswer() {
        role("/", "Administrator", trust("AWS", "999999999999"));
        assertThat(told()).hasSize(1);
        var reader = reader();
        var rights = reader.policies.getOrDefault("rights", "");
        reader.policies.put("rights", rights.replace("iam:GetAccountSummary", "iam:GetRole"));

        var blind = day.look();
        assertThat(gaps(blind, EXPOSED)).isEmpty();
        assertThat(gaps(blind, "StateUnknown"))
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.path("what").asText())
                                .contains("who can act in the vault's account"));
        assertThat(blind.path("hidden")).hasSize(1);
        assertThat(blind.path("notSeen").toString())
                .contains("Who can act in the vault's account 333333333333");

        reader.policies.put("rights", rights);
        assertThat(told()).hasSize(1);
    }

    /// A throttled call is made again.
    @Test
    void waitsWhereIamIsBusy() {
        role("/", "Administrator", trust("AWS", "999999999999"));
        day.world()
                .faults()
                .plan(
                        Fault.first(
                                "IAM is busy",
                                Fault.Kind.THROTTLED,
                                2,
                                place ->
                                        place.operation()
                                                .equals("GetAccountAuthorizationDetails")));

        assertThat(told()).hasSize(1);
    }

    private Roles.Role reader() {
        return day.world()
                .roles()
                .find(SmallWorld.VAULT, "second-backup-vault-reader")
                .orElseThrow();
    }
}
