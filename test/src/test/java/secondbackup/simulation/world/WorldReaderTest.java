package secondbackup.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.kms.Keys;

final class WorldReaderTest {
    /// @param more further fields of the account, each with a leading comma
    private static String world(String more, String after) {
        return """
        {
          "why": "test",
          "start": "2026-03-02T00:00:00Z",
          "organization": { "id": "o-1", "managementAccount": "111111111111", "root": "r-1" },
          "accounts": [{ "id": "111111111111", "name": "one"%s }]%s
        }
        """
                .formatted(more, after);
    }

    private static World read(String more, String after) {
        return WorldReader.read("test.json", world(more, after));
    }

    @Test
    void readsTheLeastWorld() {
        var world = read("", "");

        assertThat(world.accounts()).hasSize(1);
        assertThat(world.accounts().getFirst().parent()).isEqualTo("r-1");
        assertThat(world.organization().crossAccountBackup()).isTrue();
        assertThat(world.switches().roleNamesMatter()).isTrue();
    }

    @Test
    void namesEveryProblemInOneMessage() {
        var bad =
                """
                {
                  "why": "test",
                  "start": "2026-02-30T00:00:00Z",
                  "organization": { "id": "small", "managementAccount": "333333333333", "root": "r-1" },
                  "units": [{ "id": "ou-1", "name": "one", "parent": "ou-9" }],
                  "accounts": [
                    { "id": "111111111111", "name": "one", "parent": "ou-7", "blueprint": "none" },
                    { "id": "111111111111", "name": "two", "colour": "red",
                      "regions": { "eu-west-1": {
                        "vaults": [{ "name": "bare" }, { "name": "lost", "key": "gone" }],
                        "clusters": [{ "name": "orders", "engine": "aurora-mysql", "encryption": "lost" }] } } }
                  ],
                  "oddities": [
                    { "at": 1, "do": "deleteCluster", "account": "111111111111", "region": "eu-west-1", "cluster": "carts" },
                    { "at": 2, "do": "dance" }
                  ]
                }
                """;

        assertThatThrownBy(() -> WorldReader.read("bad.json", bad))
                .isInstanceOf(BadWorld.class)
                .message()
                .satisfies(message ->
                        assertThat(message.lines())
                                .anyMatch(is("problems in bad.json"))
                                .anyMatch(is("/start = \"2026-02-30T00:00:00Z\": expected a date"))
                                .anyMatch(is("/organization/id = \"small\": does not match"))
                                .anyMatch(is("/organization/managementAccount = \"333333333333\""))
                                .anyMatch(is("/units/0/parent = \"ou-9\": expected the root or"))
                                .anyMatch(is("/accounts/0/parent = \"ou-7\""))
                                .anyMatch(is("/accounts/0/blueprint = \"none\""))
                                .anyMatch(is("/accounts/1/id = \"111111111111\": expected an acc"))
                                .anyMatch(is("'colour'"))
                                .anyMatch(is("/vaults/0/key: a standard vault needs a key"))
                                .anyMatch(is("/vaults/1/key = \"gone\": expected a key of"))
                                .anyMatch(is("/clusters/0/encryption = \"lost\": expected none,"))
                                .anyMatch(is("/oddities/0/cluster = \"carts\""))
                                .anyMatch(is("/oddities/1/do = \"dance\"")));
    }

    private static Predicate<String> is(String part) {
        return line -> line.contains(part);
    }

    @Test
    void saysWhereAFileStopsBeingJson() {
        assertThatThrownBy(() -> WorldReader.read("bad.json", "{\n  \"why\": ,\n}"))
                .hasMessageContaining("bad.json is not JSON, line 2, column");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        assertThatThrownBy(() -> WorldReader.read("bad.json", "{ \"why\": \"a\", \"why\": \"b\" }"))
                .hasMessageContaining("Duplicate field 'why'");
    }

    @Test
    void refusesAPlaceholderThatNothingStandsFor() {
        assertThatThrownBy(() -> read(", \"email\": \"${owner}@example.com\"", ""))
                .hasMessageContaining("/accounts/0/email")
                .hasMessageContaining(
                        "${owner} is unknown, expected account, managementAccount, organization, region");
    }

    @Test
    void refusesADocumentThatIsNotThere() {
        assertThatThrownBy(() ->
                        read(
                                """
                                , "policies": ["full-aws-access", "nowhere"],
                                "roles": [{ "name": "a", "trust": { "resource": "gone.json", "at": "/x" } }]
                                """,
                                ""))
                .hasMessageContaining("2 problems")
                .hasMessageContaining("/accounts/0/policies/1 = \"nowhere\"")
                .hasMessageContaining("/accounts/0/roles/0/trust = {\"resource\"");
    }

    @Test
    void takesADocumentOutOfAResource() {
        var role =
                read(
                                """
                                , "roles": [{ "name": "a", "trust":
                                  { "resource": "simulation/policies/key-default.json", "at": "/Statement/0" } }]
                                """,
                                "")
                        .accounts()
                        .getFirst()
                        .roles()
                        .getLast();

        assertThat(role.trust()).contains("arn:aws:iam::111111111111:root").doesNotContain("Id");
    }

    @Test
    void laysABlueprintOverTheAccountsThatUseIt() {
        var account =
                read(
                                """
                                , "blueprint": "member", "without": ["Copy", "optIn:eu-west-1", "plan:us-east-1"],
                                "regions": { "eu-west-1": { "keys": [{ "id": "own" }] }, "us-east-1": {} }
                                """,
                                """
                                , "blueprints": { "member": {
                                    "roles": [{ "name": "Survey", "trust": {} }, { "name": "Copy", "trust": {} }],
                                    "regions": {
                                      "*": {
                                        "keys": [{ "id": "app-${region}", "alias": "app" }],
                                        "optIn": { "Aurora": true },
                                        "plans": [{ "plan": { "BackupPlanName": "${account}", "Rules": [] } }]
                                      },
                                      "eu-north-1": { "optIn": { "Aurora": true } }
                                    } } }
                                """)
                        .accounts()
                        .getFirst();

        assertThat(account.roles())
                .extracting(World.Role::name)
                .containsExactly("AWSServiceRoleForBackup", "AWSServiceRoleForRDS", "Survey");
        assertThat(account.places())
                .extracting(World.Place::region)
                .containsExactly("eu-north-1", "eu-west-1", "us-east-1");
        var ireland = account.places().get(1);
        assertThat(ireland.keys())
                .extracting(World.Key::id)
                .containsExactly("app-eu-west-1", "own");
        assertThat(ireland.optIn()).isEmpty();
        assertThat(ireland.plans().getFirst().plan().path("BackupPlanName").asText())
                .isEqualTo("111111111111");
        assertThat(account.places().getLast().plans()).isEmpty();
        assertThat(account.places().getLast().optIn()).containsEntry("Aurora", true);
        assertThat(account.places().getFirst().keys()).isEmpty();
        assertThat(account.places().getFirst().optIn()).containsEntry("Aurora", true);
    }

    @Test
    void makesManyClustersOfOneEntryAndCountsDaysBack() {
        var clusters =
                read(
                                """
                                , "regions": { "eu-west-1": { "clusters": [
                                  { "name": "c", "engine": "aurora-mysql", "encryption": "none", "createdAt": 2, "count": 12 },
                                  { "name": "d", "engine": "docdb", "encryption": "aws-managed", "createdAt": "2026-01-01T00:00:00Z" }
                                ] } }
                                """,
                                "")
                        .accounts()
                        .getFirst()
                        .places()
                        .getFirst()
                        .clusters();

        assertThat(clusters).hasSize(13);
        assertThat(clusters.getFirst().name()).isEqualTo("c-001");
        assertThat(clusters.get(11).name()).isEqualTo("c-012");
        assertThat(clusters.getFirst().createdAt())
                .isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(clusters.getLast().createdAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void changesTheSwitchesThatItNames() {
        var switches =
                read("", ", \"switches\": { \"rekeyInRegion\": false, \"sixthCopy\": \"FAILS\" }")
                        .switches();

        assertThat(switches.rekeyInRegion()).isFalse();
        assertThat(switches.sixthCopy().name()).isEqualTo("FAILS");
        assertThat(switches.roleNamesMatter()).isTrue();
    }

    @Test
    void givesAnAwsManagedKeyAwsOwnPolicy() {
        var key =
                read(
                                """
                                , "regions": { "eu-west-1": { "keys": [
                                  { "id": "rds", "manager": "AWS", "alias": "aws/rds" }] } }
                                """,
                                "")
                        .accounts()
                        .getFirst()
                        .places()
                        .getFirst()
                        .keys()
                        .getFirst();

        assertThat(key.manager()).isEqualTo(Keys.Manager.AWS);
        assertThat(key.policy()).contains("rds.eu-west-1.amazonaws.com");
    }

    @Test
    void readsEveryKindOfOddity() {
        var oddities =
                read(
                                """
                                , "roles": [{ "name": "r", "trust": {} }],
                                "regions": { "eu-west-1": { "keys": [{ "id": "k" }], "vaults": [{ "name": "vv", "key": "k" }],
                                  "plans": [{ "plan": { "BackupPlanName": "p", "Rules": [] } }],
                                  "clusters": [{ "name": "c", "engine": "aurora-mysql", "encryption": "k" }] } }
                                """,
                                ", \"oddities\": [" + String.join(",", EVERY_ODDITY) + "]")
                        .oddities();

        assertThat(oddities).hasSize(EVERY_ODDITY.size());
        assertThat(oddities)
                .extracting(oddity -> oddity.getClass().getSimpleName())
                .doesNotHaveDuplicates();
        assertThat(Oddity.class.getPermittedSubclasses()).hasSize(EVERY_ODDITY.size());
    }

    private static String oddity(String what, String fields) {
        return "{ \"at\": 1.5, \"do\": \""
                + what
                + "\", "
                + fields.replace("HERE", "\"account\": \"111111111111\", \"region\": \"eu-west-1\"")
                + " }";
    }

    private static final List<String> EVERY_ODDITY =
            List.of(
                    oddity("deleteCluster", "HERE, \"cluster\": \"c\""),
                    oddity(
                            "createCluster",
                            "HERE, \"cluster\": { \"name\": \"n\", \"engine\": \"aurora-mysql\","
                                    + " \"encryption\": \"k\" }"),
                    oddity("recreateCluster", "HERE, \"cluster\": \"c\""),
                    oddity("renameCluster", "HERE, \"cluster\": \"c\", \"name\": \"d\""),
                    oddity("disableKey", "HERE, \"key\": \"k\""),
                    oddity("enableKey", "HERE, \"key\": \"k\""),
                    oddity("putKeyPolicy", "HERE, \"key\": \"k\", \"policy\": \"key-default\""),
                    oddity("closeAccount", "\"account\": \"111111111111\""),
                    oddity("suspendAccount", "\"account\": \"111111111111\""),
                    oddity("leaveOrganization", "\"account\": \"111111111111\""),
                    oddity("optOut", "HERE"),
                    oddity("removeRole", "\"account\": \"111111111111\", \"role\": \"r\""),
                    oddity("attachPolicy", "\"target\": \"r-1\", \"policy\": \"full-aws-access\""),
                    oddity("stickCopy", "HERE, \"cluster\": \"c\""),
                    oddity("failCopy", "HERE, \"cluster\": \"c\", \"every\": true"),
                    oddity("putVaultPolicy", "HERE, \"vault\": \"vv\", \"policy\": {}"),
                    oddity("stopPlan", "HERE, \"plan\": \"p\""),
                    oddity("moveAccount", "\"account\": \"111111111111\", \"parent\": \"r-1\""),
                    oddity("retireVersion", "\"engine\": \"aurora-mysql\", \"version\": \"5\""));
}
