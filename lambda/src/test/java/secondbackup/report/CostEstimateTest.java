package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Cluster;
import secondbackup.policy.Prices;
import secondbackup.report.Costs.OfAccount;
import secondbackup.sweep.Judgement;

class CostEstimateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final Prices PRICES =
            new Prices(
                    List.of(new Prices.OfRegion(Sample.VAULT_REGION, price("0.02"))),
                    Optional.of(price("0.5")));

    private static Prices.Price price(String dollars) {
        return new Prices.Price(new BigDecimal(dollars), "a list", DAY);
    }

    private static Cluster sized(String name, long bytes) {
        var known = bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
        return Sample.cluster(name).sized(known, List.of());
    }

    private static Costs costs(Given given, Prices prices) {
        return new Judgement(given.policies(), prices, List.of(), Sample.NOW)
                .of(given.inventory(), given.everyGuarded(), List.of(), Optional.empty())
                .costs();
    }

    private static Given twoCopies(Cluster cluster) {
        return Given.protectedCluster(cluster).copy(Sample.copy(cluster, Sample.hoursAgo(33)));
    }

    @Test
    void isSizeTimesCopiesTimesThePriceOfTheVaultsRegion() {
        var costs = costs(twoCopies(sized("orders", 1_000L << 30)), PRICES);

        assertThat(costs.accounts())
                .containsExactly(
                        new OfAccount(Sample.ACCOUNT, "shop-111111111111", 2, 0, 2_000, 4_000));
        assertThat(costs.basis())
                .containsExactly(
                        "Snapshot storage in eu-central-1: 0.02 US dollars for a GB and month."
                                + " a list; read on 2026-11-27.");
    }

    @Test
    void countsAClusterOfUnknownSizeAndGivesItNoPrice() {
        assertThat(costs(twoCopies(sized("orders", 0)), PRICES).accounts())
                .containsExactly(new OfAccount(Sample.ACCOUNT, "shop-111111111111", 2, 1, 0, 0));
    }

    @Test
    void leavesOutAnAccountWithoutCopies() {
        assertThat(costs(Given.cluster(sized("orders", 1L << 40)), PRICES).accounts()).isEmpty();
    }

    @Test
    void takesThePriceOfOtherRegionsWhereTheVaultsHasNone() {
        var prices = new Prices(List.of(), Optional.of(price("0.5")));

        assertThat(costs(twoCopies(sized("orders", 1L << 30)), prices).accounts())
                .extracting(OfAccount::usdCentsPerMonth)
                .containsExactly(100L);
    }

    @Test
    void estimatesNothingWithoutPrices() {
        assertThat(costs(twoCopies(sized("orders", 1L << 40)), Prices.none()))
                .isEqualTo(new Costs(List.of(), List.of()));
    }

    @Test
    void countsAHundredMomentsAndHowManyThereAre() {
        var cluster = sized("orders", 0);
        var given = Given.cluster(cluster);
        for (var hour = 1; hour <= Holding.MOMENTS_MAX + 5; hour++) {
            given.copy(Sample.copy(cluster, Sample.hoursAgo(hour)));
        }

        var holding = Holding.of(given.guarded());

        assertThat(holding.copies()).isEqualTo(105);
        assertThat(holding.moments()).hasSize(100).first().isEqualTo(Sample.hoursAgo(1));
        assertThat(holding.oldestAt()).contains(Sample.hoursAgo(105));
    }
}
