package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.KEY;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.hoursAgo;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.copy.Routing.Way;
import secondbackup.gap.Gap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.KeyView.Admission;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.policy.Policies;
import secondbackup.policy.PromiseRule;
import secondbackup.policy.Route;

class RoutingTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    /// Key states by name: what is known of the key, with and without a re-key vault in the estate.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    admits,   AUTO,    Direct,  Direct
                    refuses,  AUTO,    Rekeyed, None
                    unclear,  AUTO,    Rekeyed, Direct
                    aws,      AUTO,    Rekeyed, None
                    unread,   AUTO,    Rekeyed, Direct
                    notRead,  AUTO,    Rekeyed, Direct
                    disabled, AUTO,    None,    None
                    admits,   DIRECT,  Direct,  Direct
                    refuses,  DIRECT,  None,    None
                    unclear,  DIRECT,  Direct,  Direct
                    aws,      DIRECT,  None,    None
                    unread,   DIRECT,  Direct,  Direct
                    notRead,  DIRECT,  Direct,  Direct
                    disabled, DIRECT,  None,    None
                    admits,   REKEYED, Rekeyed, None
                    refuses,  REKEYED, Rekeyed, None
                    unclear,  REKEYED, Rekeyed, None
                    aws,      REKEYED, Rekeyed, None
                    unread,   REKEYED, Rekeyed, None
                    notRead,  REKEYED, Rekeyed, None
                    disabled, REKEYED, None,    None
                    """)
    void goesByTheKey(String state, Route route, String withVault, String without) {
        var given = withKey(state);
        assertThat(way(given.policies(policies(Kind.STANDARD, route, true)), route))
                .isEqualTo(withVault);
        assertThat(way(given.policies(policies(Kind.STANDARD, route, false)), route))
                .isEqualTo(without);
    }

    @Test
    void knowsNoWayOutOfTheVaultsOwnAccount() {
        var own = Sample.cluster(Sample.VAULT_ACCOUNT, Sample.REGION, "own");
        var given = Given.cluster(own).point(Sample.point(own, hoursAgo(9)));
        assertThat(way(given, Route.AUTO)).isEqualTo("None");
        assertThat(given.gaps()).extracting(Gap::kind).containsExactly("KeyNotShareable", "NoCopy");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    none,    STANDARD,   AUTO,    Direct,  Direct
                    none,    STANDARD,   REKEYED, Direct,  Direct
                    none,    AIR_GAPPED, AUTO,    None,    None
                    owned,   STANDARD,   AUTO,    Direct,  Direct
                    owned,   STANDARD,   DIRECT,  Direct,  Direct
                    owned,   STANDARD,   REKEYED, Rekeyed, None
                    owned,   AIR_GAPPED, AUTO,    Rekeyed, None
                    unknown, STANDARD,   AUTO,    None,    None
                    unknown, STANDARD,   REKEYED, None,    None
                    """)
    void goesByTheEncryption(
            String encryption, Kind kind, Route route, String withVault, String without) {
        var cluster = Sample.encrypted(encryption(encryption), ORDERS);
        assertThat(way(Given.cluster(cluster).policies(policies(kind, route, true)), route))
                .isEqualTo(withVault);
        assertThat(way(Given.cluster(cluster).policies(policies(kind, route, false)), route))
                .isEqualTo(without);
    }

    @Test
    void rekeysDefaultEncryptionWhereTheEstateSaysSo() {
        var vault = Sample.vaultPromise(Kind.STANDARD);
        var estate = Sample.estate(vault, Optional.of("rekey"), Route.REKEYED);
        var cluster = Sample.encrypted(new Encryption.ServiceOwned(), ORDERS);
        var given =
                Given.cluster(cluster)
                        .policies(new Policies(estate, Sample.policies().rules(), Sample.ROSTER));
        assertThat(way(given, Route.AUTO)).isEqualTo("Rekeyed");
    }

    @Test
    void saysWhichKeyStandsInTheWay() {
        var given = withKey("disabled");
        var promise = given.guarded().promise().orElseThrow();
        assertThat(Routing.of(given.guarded(), promise, Sample.estate()))
                .isEqualTo(new Way.None(Optional.of(KEY), "the key is Disabled"));
    }

    @Test
    void staysWithRekeyingOnceADirectCopyFailedBecauseOfTheKey() {
        var point = Sample.point(ORDERS, hoursAgo(33));
        var refused = Sample.job(point, VAULT, "FAILED", hoursAgo(32), "KMS_KEY_ERROR", "");
        var rekeyed = Sample.rekeyed(ORDERS, hoursAgo(33));
        var second = Sample.job(rekeyed, VAULT, "COMPLETED", hoursAgo(30));
        var given = withKey("admits").job(refused);
        assertThat(way(given, Route.AUTO)).isEqualTo("Rekeyed");
        assertThat(way(given.job(second), Route.AUTO)).isEqualTo("Rekeyed");
    }

    @Test
    void goesDirectAgainAfterADirectCopyThatDidNotFailBecauseOfTheKey() {
        var point = Sample.point(ORDERS, hoursAgo(33));
        var refused = Sample.job(point, VAULT, "FAILED", hoursAgo(32), "KMS_KEY_ERROR", "");
        var done = Sample.job(point, VAULT, "COMPLETED", hoursAgo(30));
        var busy = Sample.job(point, VAULT, "FAILED", hoursAgo(30), "CONCURRENT_JOB", "");
        assertThat(way(withKey("admits").job(refused).job(done), Route.AUTO)).isEqualTo("Direct");
        assertThat(way(withKey("admits").job(refused).job(busy), Route.AUTO)).isEqualTo("Direct");
    }

    @Test
    void triesTheNextPointDirectlyWhereThereIsNoOtherWay() {
        var point = Sample.point(ORDERS, hoursAgo(33));
        var refused = Sample.job(point, VAULT, "FAILED", hoursAgo(32), "KMS_KEY_ERROR", "");
        var policies = policies(Kind.STANDARD, Route.AUTO, false);
        assertThat(way(withKey("admits").job(refused).policies(policies), Route.AUTO))
                .isEqualTo("Direct");
    }

    private static Given withKey(String state) {
        var given = Given.cluster(ORDERS);
        return switch (state) {
            case "admits" -> given.key(Sample.key(Admission.ADMITS));
            case "refuses" -> given.key(Sample.key(Admission.REFUSES));
            case "unclear" -> given.key(Sample.key(Admission.UNCLEAR));
            case "aws" -> given.key(Sample.awsManagedKey());
            case "unread" -> given.key(new KeyView.Unreadable(KEY, "AccessDenied"));
            case "disabled" ->
                    given.key(new KeyView.Read(KEY, "CUSTOMER", "Disabled", Admission.ADMITS));
            default -> given.noKeyRead();
        };
    }

    private static Encryption encryption(String name) {
        return switch (name) {
            case "none" -> new Encryption.None();
            case "owned" -> new Encryption.ServiceOwned();
            default -> new Encryption.Unknown("sse-moon");
        };
    }

    private static Policies policies(Kind kind, Route route, boolean rekeyVault) {
        var everybody = new PromiseRule.Who(List.of(), List.of(), new TreeMap<>());
        Optional<String> vault = rekeyVault ? Optional.of("rekey") : Optional.empty();
        return new Policies(
                Sample.estate(Sample.vaultPromise(kind), vault, Route.DIRECT),
                List.of(Sample.rule("all.json", everybody, 26, 35, route)),
                Sample.ROSTER);
    }

    private static String way(Given given, Route route) {
        var guarded = given.guarded();
        var promise = guarded.promise().orElseThrow();
        assertThat(promise.route()).isEqualTo(route);
        return Routing.of(guarded, promise, given.policies().estate()).getClass().getSimpleName();
    }
}
