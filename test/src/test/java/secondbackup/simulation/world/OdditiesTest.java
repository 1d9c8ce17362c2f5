package secondbackup.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.organizations.Organization.AccountState;

final class OdditiesTest {
    private static final String WORLD =
            """
            {
              "why": "test",
              "start": "2026-03-02T00:00:00Z",
              "organization": { "id": "o-1", "managementAccount": "999999999999", "root": "r-1" },
              "units": [{ "id": "ou-1", "name": "one", "parent": "r-1" }],
              "accounts": [
                { "id": "999999999999", "name": "management" },
                { "id": "111111111111", "name": "one", "roles": [{ "name": "r", "trust": "trusts-backup" }],
                  "regions": { "eu-west-1": {
                    "keys": [{ "id": "k" }],
                    "vaults": [{ "name": "vv", "key": "k" }],
                    "optIn": { "Aurora": true },
                    "clusters": [{ "name": "c", "engine": "aurora-mysql", "encryption": "k" }] } } }
              ],
              "buckets": [{ "name": "reports", "account": "111111111111", "region": "eu-west-1", "versioned": true }],
              "secrets": [{ "name": "slack", "account": "111111111111", "region": "eu-west-1", "value": "hook" }],
              "oddities": [ODDITY]
            }
            """;
    private static final String HERE =
            "\"account\": \"111111111111\", \"region\": \"eu-west-1\", \"cluster\": \"c\"";

    private static SimulatedOrganization after(String oddity) {
        var world =
                WorldReader.read(
                        "test.json",
                        WORLD.replace("ODDITY", "{ \"at\": 2, \"do\": " + oddity + " }"));
        var founded = SimulatedOrganization.of(world, 1);
        founded.advance(Duration.ofDays(2).minusSeconds(1));
        assertThat(state(founded)).isEqualTo(state(SimulatedOrganization.of(world, 1)));
        founded.advance(Duration.ofSeconds(1));
        return founded;
    }

    private static String state(SimulatedOrganization of) {
        var cluster = of.clusters().find("111111111111", "eu-west-1", "c").orElseThrow();
        var account = of.organization().account("111111111111").orElseThrow();
        return cluster.resourceId
                + account.state
                + account.parent
                + of.organization().policies
                + of.settings().optIns("111111111111", "eu-west-1")
                + of.roles().find("111111111111", "r").isPresent()
                + of.keys().find(cluster.keyArn).orElseThrow().state
                + of.vaults().all().getFirst().accessPolicy;
    }

    @Test
    void recreatesAClusterUnderItsArnWithAnotherResourceId() {
        var quiet = after("\"optOut\", \"account\": \"111111111111\", \"region\": \"eu-west-1\"");
        var founded = after("\"recreateCluster\", " + HERE);

        var anew = founded.clusters().all().getFirst();
        var old = quiet.clusters().all().getFirst();
        assertThat(anew.arn()).isEqualTo(old.arn());
        assertThat(anew.resourceId).isNotEqualTo(old.resourceId);
        assertThat(anew.createdAt).isEqualTo(founded.time().instant());
    }

    @Test
    void renamesAClusterUnderItsResourceId() {
        var founded = after("\"renameCluster\", \"name\": \"d\", " + HERE);

        assertThat(founded.clusters().find("111111111111", "eu-west-1", "c")).isEmpty();
        assertThat(founded.clusters().find("111111111111", "eu-west-1", "d")).isPresent();
    }

    @Test
    void deletesACluster() {
        assertThat(after("\"deleteCluster\", " + HERE).clusters().all()).isEmpty();
    }

    @Test
    void optsOut() {
        var founded = after("\"optOut\", \"account\": \"111111111111\", \"region\": \"eu-west-1\"");

        assertThat(founded.settings().optedIn("111111111111", "eu-west-1", "Aurora")).isFalse();
    }

    @Test
    void closesAnAccountAndEndsItNinetyDaysLater() {
        var founded = after("\"closeAccount\", \"account\": \"111111111111\"");
        var account = founded.organization().account("111111111111").orElseThrow();

        founded.advance(Duration.ofHours(1));
        assertThat(account.state).isEqualTo(AccountState.CLOSED);
        assertThat(founded.organization().regionEnabled("111111111111", "eu-west-1")).isFalse();
        founded.advance(Duration.ofDays(90).minusHours(1).minusSeconds(1));
        assertThat(founded.vaults().all()).hasSize(1);
        assertThat(founded.organization().account("111111111111")).isPresent();
        founded.advance(Duration.ofSeconds(1));
        assertThat(founded.vaults().all()).isEmpty();
        assertThat(founded.organization().account("111111111111")).isEmpty();
    }

    @Test
    void spareAClosedAccountThatWasBroughtBackInTime() {
        var founded = after("\"closeAccount\", \"account\": \"111111111111\"");
        founded.advance(Duration.ofDays(89));
        founded.organization().account("111111111111").orElseThrow().state = AccountState.ACTIVE;
        founded.advance(Duration.ofDays(2));

        assertThat(founded.vaults().all()).hasSize(1);
        assertThat(founded.organization().account("111111111111")).isPresent();
    }

    @Test
    void takesAnAccountOutOfTheOrganization() {
        var founded = after("\"leaveOrganization\", \"account\": \"111111111111\"");

        assertThat(founded.organization().organization("111111111111")).isEmpty();
    }

    @Test
    void movesAnAccountUnderThePoliciesOfItsNewUnit() {
        var founded = after("\"moveAccount\", \"account\": \"111111111111\", \"parent\": \"ou-1\"");

        assertThat(founded.organization().organizationPath("111111111111"))
                .isEqualTo("o-1/r-1/ou-1/");
    }

    @Test
    void keepsItsBucketsAndSecrets() {
        var founded = after("\"removeRole\", \"account\": \"111111111111\", \"role\": \"r\"");

        assertThat(founded.roles().find("111111111111", "r")).isEmpty();
        assertThat(founded.buckets().find("reports").orElseThrow().versioned).isTrue();
        assertThat(founded.secrets().find("111111111111", "eu-west-1", "slack").orElseThrow().text)
                .isEqualTo("hook");
    }
}
