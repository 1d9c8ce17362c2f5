package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleEstates;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.policy.Exclusion;
import secondbackup.report.Report;
import secondbackup.report.Report.GapLine;
import secondbackup.report.Summaries;

/// An account that policies leave out: seen as that in every report, silent until its last day is over, and a gap from
/// then on.
class ExcludedAccountTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final Cluster ORDERS = Sample.cluster("orders");

    private static Exclusion until(LocalDate day) {
        return new Exclusion(Sample.ACCOUNT, "data science", "synthetic data", day);
    }

    /// Nothing protects its cluster.
    private static Given excluded(LocalDate day) {
        return Given.cluster(ORDERS).policies(SampleEstates.excluding(until(day)));
    }

    private static Given unreadable(LocalDate day) {
        return Given.nothing()
                .policies(SampleEstates.excluding(until(day)))
                .account(new AccountView.Unreadable(Sample.account(), "AccessDenied"));
    }

    private static Report report(Given given, Instant now) {
        return report(given, now, Optional.empty());
    }

    private static Report report(Given given, Instant now, Optional<Report> last) {
        given.at(now);
        return new Judgement(given.policies(), now)
                .of(given.inventory(), given.everyGuarded(), List.of(), last);
    }

    private static List<String> kinds(Report report) {
        return report.gaps().stream().map(GapLine::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:59:59.999Z, false",
        "2026-11-21T00:00:00.000Z, true",
        "2026-11-21T00:00:00.001Z, true"
    })
    void isSilentUntilItsLastDayIsOver(Instant now, boolean speaks) {
        var seen = report(excluded(LAST_DAY), now);
        var unseen = report(unreadable(LAST_DAY), now);

        assertThat(kinds(seen).contains("ExclusionEnded")).isEqualTo(speaks);
        assertThat(kinds(seen).contains("NoCopy")).isEqualTo(speaks);
        assertThat(kinds(unseen)).isEqualTo(speaks ? List.of("ExclusionEnded") : List.of());
        assertThat(unseen.notSeen()).hasSize(speaks ? 1 : 0);
        assertThat(unseen.summary().accountsUnseen()).isEqualTo(speaks ? 1 : 0);
    }

    @Test
    void isShownWithOwnerReasonEndAndClusters() {
        var report = report(excluded(LAST_DAY), NOW);

        assertThat(report.excluded())
                .containsExactly(
                        new Report.Excluded(
                                Sample.ACCOUNT,
                                Sample.account().name(),
                                "data science",
                                "synthetic data",
                                LAST_DAY,
                                true,
                                List.of(ORDERS.id())));
        assertThat(report.facts())
                .anySatisfy(sentence ->
                        assertThat(sentence)
                                .contains(
                                        Sample.ACCOUNT.value(),
                                        "until 2026-11-20",
                                        "data science",
                                        "synthetic data",
                                        "its cluster orders."));
        assertThat(report.clusters()).isEmpty();
        assertThat(Summaries.headline(report)).isEqualTo("No Aurora cluster was found");
        assertThat(Summaries.trouble(report)).isEqualTo("1 account excluded");
    }

    @Test
    void doesNotPassForAnAccountWithoutClustersWhereItCouldNotBeRead() {
        var half =
                Given.cluster(ORDERS)
                        .region(new RegionView.Unreadable(new Region("us-east-1"), "timeout"))
                        .policies(SampleEstates.excluding(until(LAST_DAY)));

        assertThat(report(unreadable(LAST_DAY), NOW).facts())
                .anyMatch(sentence -> sentence.endsWith("so its clusters are not known."));
        assertThat(report(half, NOW).facts())
                .anyMatch(sentence ->
                        sentence.endsWith(
                                "orders. It could not be read in full, so it may"
                                        + " have others."));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-04, ''", "2026-12-03, 14 days", "2026-11-21, 2 days", "2026-11-20, 1 day"})
    void remindsTwoWeeksBeforeItEnds(LocalDate lastDay, String left) {
        var report = report(excluded(lastDay), NOW);

        assertThat(report.gaps()).isEmpty();
        assertThat(report.facts())
                .filteredOn(sentence -> sentence.contains("is excluded until"))
                .singleElement()
                .satisfies(sentence -> {
                    if (left.isEmpty()) {
                        assertThat(sentence).doesNotContain("That ends in");
                    } else {
                        assertThat(sentence).contains("That ends in " + left + "; from then on");
                    }
                });
    }

    /// Nothing was healed, and nothing waits to be seen again.
    @Test
    void takesItsEarlierGapsAwayAsGone() {
        var before = report(Given.cluster(ORDERS), NOW);
        var after = report(excluded(LAST_DAY), NOW.plus(Duration.ofHours(1)), Optional.of(before));

        assertThat(kinds(before)).contains("NoCopy");
        assertThat(after.gone()).extracting(GapLine::kind).contains("NoCopy");
        assertThat(after.hidden()).isEmpty();
    }

    @Test
    void hidesNothingOfAnotherAccount() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var given = unreadable(LAST_DAY).account(new AccountView.Unreadable(other, "AccessDenied"));

        assertThat(report(given, NOW).gaps())
                .extracting(line -> line.account().orElseThrow())
                .containsExactly(Sample.OTHER_ACCOUNT);
    }

    @Test
    void getsNoCopies() {
        assertThat(excluded(LAST_DAY).everyGuarded()).isEmpty();
        assertThat(excluded(LAST_DAY.minusDays(1)).everyGuarded()).hasSize(1);
    }

    /// Whoever wants a closed account to stay closed says so; nothing is known of it, and it is told of once.
    @ParameterizedTest
    @CsvSource({
        "SUSPENDED, 2026-11-20T23:59:59.999Z, false",
        "SUSPENDED, 2026-11-21T00:00:00.000Z, true",
        "CLOSED, 2026-11-20T23:59:59.999Z, false",
        "CLOSED, 2026-11-21T00:00:00.000Z, true"
    })
    void isSilentAboutAnInactiveAccountAsLongAsItHolds(String state, Instant now, boolean speaks) {
        var account = Sample.account(Sample.OTHER_ACCOUNT, state);
        var exclusion = new Exclusion(Sample.OTHER_ACCOUNT, "research", "was closed", LAST_DAY);
        var inactive =
                Given.nothing()
                        .policies(SampleEstates.excluding(exclusion))
                        .account(new AccountView.Inactive(account));

        var report = report(inactive, now);

        assertThat(kinds(report)).isEqualTo(speaks ? List.of("ExclusionEnded") : List.of());
        assertThat(report.notSeen()).hasSize(speaks ? 1 : 0);
        assertThat(report.excluded()).hasSize(speaks ? 0 : 1);
        if (speaks) {
            assertThat(report.gaps().getFirst().cause())
                    .contains("nothing is known", "the organization says: " + state);
        }
    }

    @Test
    void isNoMatterOnceTheAccountIsGone() {
        var stranger = new Exclusion(new AccountId("123456789012"), "nobody", "none", LAST_DAY);
        var gone = Given.protectedCluster(ORDERS).policies(SampleEstates.excluding(stranger));

        assertThat(report(gone, NOW).facts())
                .contains(
                        "policies/estate.json excludes account 123456789012, which the organization does not"
                                + " list.");
    }

    @Test
    void countsDaysAsPeopleDo() {
        var exclusion = until(LAST_DAY);

        assertThat(exclusion.daysLeft(Instant.parse("2026-11-19T23:59:59Z"))).isEqualTo(2);
        assertThat(exclusion.daysLeft(Instant.parse("2026-11-20T00:00:00Z"))).isEqualTo(1);
        assertThat(exclusion.daysLeft(Instant.parse("2026-11-21T00:00:00Z"))).isZero();
    }
}
