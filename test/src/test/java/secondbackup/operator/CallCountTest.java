package secondbackup.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.World;

/// What an audit costs: 1,000 clusters in 100 accounts, by the formula of `cli.Audit`.
final class CallCountTest {
    private static final int GUARDED = 100;
    private static final int CLUSTERS_EACH = 10;

    /// With the management, the control and the vault account.
    private static final int ACCOUNTS = GUARDED + 3;

    private static final int REGIONS = 17;
    private static final int SOURCE_REGIONS = 2;
    private static final int PAGE = 20;

    /// IAM users in the vault's account.
    private static final int PEOPLE = 2;

    @Test
    void auditOfAThousandClustersMakesAsManyCallsAsItsFormulaSays() {
        var organization = SimulatedOrganization.of(world(), 1);
        organization.organization().emptyPageShare = 0;
        var ran = Console.of(organization).run("audit", "--json");
        var summary = SmallWorld.parse(ran.out()).at("/report/summary");

        assertThat(summary.path("clusters").asInt()).isEqualTo(GUARDED * CLUSTERS_EACH);
        assertThat(summary.path("accountsUnseen").asInt()).isZero();
        var pages = (ACCOUNTS + PAGE - 1) / PAGE;
        var vaultAccount = 2 + PEOPLE;
        var once = 4 + 2 * pages + 2 + vaultAccount;
        var assumed = ACCOUNTS - 1;
        var inAccounts = ACCOUNTS * (3 + REGIONS + 4 * SOURCE_REGIONS);
        var withClusters = 2 * GUARDED + 2 * GUARDED;
        System.out.println("calls of the audit: " + organization.calls().total());
        assertThat(organization.calls().total())
                .isEqualTo(once + assumed + inAccounts + withClusters);
        assertThat(organization.calls().of("sts", "AssumeRole")).isEqualTo(assumed);
        assertThat(organization.calls().of("rds", "DescribeDBClusters"))
                .isEqualTo(ACCOUNTS * REGIONS);
    }

    private static World world() {
        var json = BareWorld.json();
        json.putArray("units");
        ((ObjectNode) json.path("organization")).putArray("policies").add("full-aws-access");
        json.putObject("policies");
        var accounts = json.putArray("accounts");
        account(accounts.addObject(), Console.MANAGEMENT, 0);
        account(accounts.addObject(), "222222222222", 0);
        var vault = accounts.addObject();
        account(vault, "333333333333", 0);
        for (var person = 0; person < PEOPLE; person++) {
            vault.withArray("users").addObject().put("name", "person-" + person);
        }
        for (var number = 0; number < GUARDED; number++) {
            account(accounts.addObject(), String.valueOf(500_000_000_000L + number), CLUSTERS_EACH);
        }
        return BareWorld.read(json);
    }

    private static void account(ObjectNode account, String id, int clusters) {
        account.put("id", id).put("name", "account-" + id).put("parent", "r-root");
        var ireland = account.putObject("regions").putObject("eu-west-1");
        if (clusters > 0) {
            ireland.putArray("keys").addObject().put("id", "app").put("policy", "key-default");
        }
        for (var number = 0; number < clusters; number++) {
            ireland.withArray("clusters").add(SmallWorld.cluster("cluster-" + number, "app"));
        }
    }
}
