package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.Vaults;

/// A person changes what a stack made.
final class DriftTest {
    private static final String POLICY =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*",\
            "Action":"backup:DeleteRecoveryPoint","Resource":"*"}]}\
            """;

    private final Office office = new Office();

    private static String resources(String max) {
        return "\"Role\":"
                + Office.role(
                        "reader",
                        ",\"Description\":\"reads\",\"Policies\":[{\"PolicyName\":\"read\",\"PolicyDocument\":"
                                + Office.ALLOWS
                                + "}]")
                + ",\"Vault\":{\"Type\":\"AWS::Backup::BackupVault\",\"Properties\":{"
                + "\"BackupVaultName\":\"kept\",\"AccessPolicy\":"
                + POLICY
                + ",\"LockConfiguration\":{\"MinRetentionDays\":7,\"MaxRetentionDays\":\""
                + max
                + "\"}}}";
    }

    private Vaults.Vault vault() {
        return office.of.vaults().find(Office.SHOP, Office.REGION, "kept").orElseThrow();
    }

    private Drift drift(String logicalId) {
        return office.deployments.drift(office.deployments.all().getFirst()).stream()
                .filter(drift -> drift.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingDriftsByItself() {
        var stack = office.deploy(resources("400"));

        assertThat(office.deployments.drift(stack))
                .extracting(Drift::status)
                .containsExactly(Drift.Status.IN_SYNC, Drift.Status.IN_SYNC);
    }

    @Test
    void tellsWhatWasExpectedAndWhatIsThere() {
        office.deploy(resources("400"));
        vault().lock = new Vaults.Lock(1L, 400L, null);

        assertThat(drift("Vault").status()).isEqualTo(Drift.Status.MODIFIED);
        assertThat(drift("Vault").differences()).containsOnlyKeys("LockConfiguration");
        assertThat(drift("Vault").differences().values())
                .extracting(one -> one.actual().path("MinRetentionDays").asInt())
                .containsExactly(1);
    }

    @Test
    void seesWhatIsGoneAndWhatIsAdded() {
        office.deploy(resources("400"));
        vault().accessPolicy = "";
        office.of
                .roles()
                .find(Office.SHOP, "reader")
                .orElseThrow()
                .policies
                .put("more", Office.ALLOWS);

        assertThat(drift("Vault").differences()).containsOnlyKeys("AccessPolicy");
        assertThat(drift("Role").differences()).containsOnlyKeys("Policies");
    }

    @Test
    void seesRecordedProperties() {
        var stack = office.deploy(resources("400"));
        var role = stack.resource("Role").orElseThrow();
        assertThat(office.deployments.facts().of(stack, role).text("Description"))
                .isEqualTo("reads");

        office.deployments.facts().set(stack, role, "Description", TextNode.valueOf("writes"));

        assertThat(drift("Role").differences()).containsOnlyKeys("Description");
    }

    @Test
    void whatTheTemplateDoesNotSayCannotDrift() {
        office.deploy(resources("400"));
        vault().tags.put("team", "shop");

        assertThat(drift("Vault").status()).isEqualTo(Drift.Status.IN_SYNC);
    }

    @Test
    void seesADeletedResource() {
        office.deploy(resources("400"));
        office.of.roles().remove(Office.SHOP, "reader");

        assertThat(drift("Role").status()).isEqualTo(Drift.Status.DELETED);
    }

    /// CloudFormation compares templates, not the world.
    @Test
    void anUpdateRepairsNothingThatItsTemplateDoesNotChange() {
        office.deploy(resources("400"));
        vault().accessPolicy = "";

        office.deploy(resources("400"));
        assertThat(vault().accessPolicy).isEmpty();

        office.deploy(resources("500"));
        assertThat(vault().accessPolicy).isEmpty();
        assertThat(vault().lock).isEqualTo(new Vaults.Lock(7L, 500L, null));
    }
}
