package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.gap.Gap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.RecoveryPoint;

/// Vaults of member accounts carry a suffix of the stack that made them, and outlive it.
class SuffixedVaultsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final RecoveryPoint POINT = Sample.point(ORDERS, hoursAgo(9));
    private static final MemberVault OLD = new MemberVault("rekey-0a0a0a0a", daysAgo(60));
    private static final MemberVault NEW = new MemberVault("rekey-1b1b1b1b", daysAgo(2));

    @ParameterizedTest
    @CsvSource({
        "source,          true",
        "source-1a2b3c4d, true",
        "source-,         true",
        "sourcery,        false",
        "source_1a2b3c4d, false",
        "Source-1a2b3c4d, false",
        "resource,        false",
        "rekey-1a2b3c4d,  false",
    })
    void knowsASourceVaultByItsName(String name, boolean ours) {
        var given = Given.cluster(ORDERS).point(Sample.in(name, POINT));
        assertThat(given.step() instanceof NextStep.Due).isEqualTo(ours);
        assertThat(given.gaps().stream().anyMatch(Gap.NoRecoveryPoint.class::isInstance))
                .isEqualTo(!ours);
        assertThat(given.selections(filling(name)).guarded().enrolled()).isEqualTo(ours);
    }

    @Test
    void ordersFromTheVaultWhereThePointLies() {
        var given =
                Given.cluster(ORDERS)
                        .memberVaults(
                                new MemberVault("source-0a0a0a0a", daysAgo(60)),
                                new MemberVault("source-1b1b1b1b", hoursAgo(1)))
                        .point(Sample.in("source-0a0a0a0a", POINT));
        assertThat(order(given).sourceVault()).isEqualTo("source-0a0a0a0a");
        var newer = Sample.point(ORDERS, hoursAgo(1));
        assertThat(order(given.point(Sample.in("source-1b1b1b1b", newer))).sourceVault())
                .isEqualTo("source-1b1b1b1b");
    }

    @Test
    void rekeysIntoTheNewestVaultThatIsThere() {
        var given = rekeying().memberVaults(NEW, OLD, new MemberVault("rekeyed", hoursAgo(1)));
        assertThat(order(given).targetVault()).isEqualTo(Sample.memberVault(NEW.name()));
        assertThat(order(given.memberVaults(OLD)).targetVault())
                .isEqualTo(Sample.memberVault(OLD.name()));
    }

    @Test
    void copiesOnWhatAnOlderVaultHasRekeyed() {
        var rekeyed = Sample.rekeyed(ORDERS, hoursAgo(9));
        var given = rekeying().memberVaults(OLD, NEW).point(Sample.in(OLD.name(), rekeyed));
        assertThat(order(given).sourceVault()).isEqualTo(OLD.name());
        assertThat(order(given).targetVault()).isEqualTo(Sample.VAULT);
    }

    @Test
    void saysThatNoVaultIsThereToRekeyInto() {
        var given = rekeying().memberVaults(new MemberVault("source", daysAgo(60)));
        assertThat(given.step())
                .isInstanceOfSatisfying(
                        NextStep.NoRoute.class,
                        step ->
                                assertThat(step.cause())
                                        .isEqualTo(
                                                "it must be re-keyed, and there is no vault rekey in"
                                                        + " its account and Region"));
        assertThat(given.gaps()).hasAtLeastOneElementOfType(Gap.KeyNotShareable.class);
        var promise = given.guarded().promise().orElseThrow();
        assertThat(
                        new NextSteps(given.policies().estate(), Sample.NOW)
                                .obstacle(given.guarded(), promise))
                .as("the key is no obstacle")
                .isEmpty();
    }

    @Test
    void goesDirectWithoutARekeyVaultWhereTheKeyAdmits() {
        var given = Given.cluster(ORDERS).point(POINT).memberVaults();
        assertThat(order(given).targetVault()).isEqualTo(Sample.VAULT);
    }

    private static Given rekeying() {
        return Given.cluster(ORDERS).key(Sample.awsManagedKey()).point(POINT);
    }

    private static CopyOrder order(Given given) {
        return ((NextStep.Due) given.step()).order();
    }

    private static PlanSelection filling(String vault) {
        return new PlanSelection(
                "plan",
                "all",
                "role",
                List.of(vault),
                List.of("arn:aws:rds:*:*:cluster:*"),
                List.of(),
                List.of(),
                List.of());
    }
}
