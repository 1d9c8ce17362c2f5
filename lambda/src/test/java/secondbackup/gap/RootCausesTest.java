package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.KeyView;

/// One cause is one value, with all that it hits.
class RootCausesTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Cluster BASKET = Sample.cluster("basket");

    private static List<RootCause> causes(Given given) {
        return RootCauses.of(given.gaps(), given.everyGuarded());
    }

    private static List<String> kinds(RootCause cause) {
        return cause.gaps().stream().map(Gap::kind).toList();
    }

    private static Given two() {
        return Given.cluster(ORDERS).and(BASKET);
    }

    @Test
    void anOptInThatIsOffExplainsWhatIsMissingInItsRegion() {
        assertThat(causes(two().optedOut()))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.key()).isEqualTo("OptedOut|Region eu-west-1");
                    assertThat(cause.clusters()).containsExactly(BASKET.id(), ORDERS.id());
                    assertThat(kinds(cause))
                            .containsExactly(
                                    "OptedOut",
                                    "NoRecoveryPoint",
                                    "NoCopy",
                                    "NoRecoveryPoint",
                                    "NoCopy");
                });
    }

    @Test
    void aKeyThatIsDisabledIsOneCauseForAllItsClusters() {
        var disabled =
                new KeyView.Read(Sample.KEY, "CUSTOMER", "Disabled", KeyView.Admission.ADMITS);
        var given =
                Given.nothing()
                        .and(ORDERS)
                        .backup("FAILED", "KMS_KEY_ERROR", "KMS key is either disabled")
                        .and(BASKET)
                        .point(Sample.point(BASKET, hoursAgo(9)))
                        .key(disabled);

        assertThat(causes(given))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.cause()).isEqualTo(new Cause.OfKey(Sample.KEY));
                    assertThat(cause.kind()).isEqualTo("KeyNotShareable");
                    assertThat(cause.clusters()).containsExactly(BASKET.id(), ORDERS.id());
                    assertThat(kinds(cause)).contains("BackupFailing", "NoCopy");
                });
    }

    @Test
    void aRoleThatIsMissingIsOneCause() {
        assertThat(causes(Given.protectedCluster(ORDERS).missingRole("copy")))
                .extracting(RootCause::cause)
                .containsExactly(new Cause.OfRole("copy"));
    }

    @Test
    void aPlanThatIsMissingInARegionIsOneCause() {
        assertThat(causes(two().selections()))
                .extracting(RootCause::key)
                .containsExactly("NotEnrolled|Region eu-west-1");
    }

    @Test
    void slotsThatWillNotDoAreOneCause() {
        assertThat(causes(CapacityShortfallTest.clusters(16)))
                .extracting(RootCause::cause)
                .containsExactly(new Cause.OfQuota(Sample.VAULT));
    }

    @Test
    void accountsThatAreRefusedInTheSameWordsHaveOneCause() {
        var given = Given.protectedCluster(ORDERS);
        for (var number : List.of("222222222222", "333333333333")) {
            var account = Sample.account(new AccountId(number), "ACTIVE");
            given.account(
                    new AccountView.Unreadable(
                            account,
                            "AccessDenied: arn:aws:iam::" + number + ":role/survey is not there"));
        }

        assertThat(causes(given))
                .singleElement()
                .satisfies(cause -> assertThat(cause.gaps()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied: x, AccessDenied: y, 2",
        "AccessDenied: 12, AccessDenied: 13, 1",
        "Timeout, Throttled, 2"
    })
    void otherWordsAreAnotherCause(String one, String other, int causes) {
        var given =
                Given.protectedCluster(ORDERS)
                        .account(
                                new AccountView.Unreadable(
                                        Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE"), one))
                        .account(
                                new AccountView.Unreadable(
                                        Sample.account(Sample.VAULT_ACCOUNT, "ACTIVE"), other));

        assertThat(causes(given)).hasSize(causes);
    }

    @Test
    void aBackupThatAStuckCopyHeldUpFollowsFromIt() {
        var point = Sample.point(ORDERS, hoursAgo(20));
        var given =
                Given.cluster(ORDERS)
                        .point(point)
                        .backup("EXPIRED", "JOB_EXPIRED", "Backup job expired before completion.")
                        .job(
                                Sample.job(
                                        point,
                                        Sample.VAULT,
                                        "RUNNING",
                                        NOW.minus(Duration.ofHours(13))));

        assertThat(causes(given))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.kind()).isEqualTo("CopyStuck");
                    assertThat(kinds(cause)).contains("BackupFailing", "NoCopy");
                });
    }

    /// Nothing on the way is known to be wrong.
    @Test
    void whatNothingExplainsIsItsOwnCause() {
        var given = two().point(Sample.point(ORDERS, hoursAgo(9)));
        given.point(Sample.point(BASKET, hoursAgo(9)));

        assertThat(causes(given)).extracting(RootCause::key).containsExactly("NoCopy|");
    }

    @Test
    void everyGapHasOneCause() {
        for (var seed = 0L; seed < 100; seed++) {
            var given = GapKindsTest.random(new Random(seed));
            var causes = causes(given);

            assertThat(causes.stream().flatMap(cause -> cause.gaps().stream()).toList())
                    .containsExactlyInAnyOrderElementsOf(given.gaps());
            assertThat(causes.stream().map(RootCause::key).toList()).doesNotHaveDuplicates();
            assertThat(causes).isEqualTo(causes(given));
        }
    }
}
