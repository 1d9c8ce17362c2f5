package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Cluster;
import secondbackup.policy.Tier.Period;

class PromiseBinderTest {
    private static final PromiseRule EVERYBODY = Sample.rule("all.json", 26, 35);

    @Test
    void bindsNothingWithoutARule() {
        assertThat(bind(Sample.cluster("orders"))).isEmpty();
    }

    @Test
    void bindsNothingWhenTheOnlyRuleIsForAnotherAccount() {
        var rule = rule("other.json", accounts(Sample.OTHER_ACCOUNT), 26, 35, Route.AUTO);
        assertThat(bind(Sample.cluster("orders"), rule)).isEmpty();
    }

    @Test
    void bindsByAccount() {
        var rule = rule("shop.json", accounts(Sample.ACCOUNT), 26, 35, Route.AUTO);
        assertThat(bind(Sample.cluster("orders"), rule))
                .contains(promise(26, 35, Route.AUTO, "shop.json"));
    }

    @Test
    void bindsEverythingBelowAUnit() {
        var rule = rule("root.json", units("r-root"), 26, 35, Route.AUTO);
        assertThat(bind(Sample.cluster("orders"), rule))
                .contains(promise(26, 35, Route.AUTO, "root.json"));
    }

    @Test
    void leavesOtherUnitsAlone() {
        var rule = rule("bank.json", units("ou-bank"), 26, 35, Route.AUTO);
        assertThat(bind(Sample.cluster("orders"), rule)).isEmpty();
    }

    @Test
    void bindsOnlyWhenEveryPartOfWhoMatches() {
        var who =
                new PromiseRule.Who(
                        List.of(Sample.ACCOUNT),
                        List.of("ou-shop"),
                        new TreeMap<>(Map.of("tier", "gold")));
        var rule = rule("gold.json", who, 12, 90, Route.AUTO);
        assertThat(bind(Sample.cluster("orders"), rule)).isEmpty();
        assertThat(bind(Sample.tagged("tier", "gold", Sample.cluster("orders")), rule))
                .contains(promise(12, 90, Route.AUTO, "gold.json"));
    }

    @Test
    void leavesAClusterWithAnotherValueOfTheTagAlone() {
        var rule = rule("gold.json", tag("tier", "gold"), 12, 90, Route.AUTO);
        assertThat(bind(Sample.tagged("tier", "Gold", Sample.cluster("orders")), rule)).isEmpty();
    }

    @Test
    void takesTheStrictestPartOfEachRule() {
        var fresh = Sample.rule("fresh.json", 6, 14);
        var kept = Sample.rule("kept.json", 48, 365);
        assertThat(bind(Sample.cluster("orders"), kept, fresh, EVERYBODY))
                .contains(promise(6, 365, Route.AUTO, "kept.json", "fresh.json", "all.json"));
    }

    @Test
    void letsRekeyingWinOverDirectAndDirectOverAuto() {
        var direct = rule("direct.json", units("ou-shop"), 26, 35, Route.DIRECT);
        var rekeyed = rule("rekeyed.json", accounts(Sample.ACCOUNT), 26, 35, Route.REKEYED);
        assertThat(bind(Sample.cluster("orders"), EVERYBODY, direct).orElseThrow().route())
                .isEqualTo(Route.DIRECT);
        assertThat(bind(Sample.cluster("orders"), rekeyed, EVERYBODY, direct).orElseThrow().route())
                .isEqualTo(Route.REKEYED);
    }

    @Test
    void givesATagNoSayInTheRoute() {
        var rule = rule("gold.json", tag("tier", "gold"), 12, 90, Route.DIRECT);
        var gold = Sample.tagged("tier", "gold", Sample.cluster("orders"));
        assertThat(bind(gold, EVERYBODY, rule))
                .contains(promise(12, 90, Route.AUTO, "all.json", "gold.json"));
    }

    @Test
    void neverWeakensAPromiseWhenATagIsAdded() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var rules = rules(random);
            var before = tags(random, Sample.cluster("orders"));
            var key = "key" + random.nextInt(4);
            if (before.tags().containsKey(key)) {
                continue;
            }
            var after = Sample.tagged(key, "value" + random.nextInt(2), before);
            var weak = PromiseBinder.bind(Sample.account(), before, rules);
            var strong = PromiseBinder.bind(Sample.account(), after, rules);
            assertThat(noWeaker(weak, strong)).as("seed %s: %s, %s", seed, weak, strong).isTrue();
        }
    }

    private static boolean noWeaker(Optional<Promise> before, Optional<Promise> after) {
        if (before.isEmpty()) {
            return true;
        }
        var weak = before.get();
        return after.filter(strong ->
                        strong.copyAgeMax().compareTo(weak.copyAgeMax()) <= 0
                                && strong.retentionDays() >= weak.retentionDays()
                                && strong.route() == weak.route()
                                && strong.rules().containsAll(weak.rules()))
                .isPresent();
    }

    private static List<PromiseRule> rules(Random random) {
        var rules = new ArrayList<PromiseRule>();
        for (var i = 0; i < random.nextInt(6); i++) {
            var tags = new TreeMap<String, String>();
            for (var k = 0; k < random.nextInt(3); k++) {
                tags.put("key" + random.nextInt(4), "value" + random.nextInt(2));
            }
            var who =
                    new PromiseRule.Who(
                            random.nextInt(3) == 0 ? List.of(Sample.OTHER_ACCOUNT) : List.of(),
                            random.nextInt(3) == 0 ? List.of("ou-shop") : List.of(),
                            tags);
            rules.add(
                    rule(
                            "rule" + i + ".json",
                            who,
                            1 + random.nextInt(72),
                            7 + random.nextInt(400),
                            List.of(Route.values()).get(random.nextInt(3))));
        }
        return rules;
    }

    private static Cluster tags(Random random, Cluster cluster) {
        var tagged = cluster;
        for (var k = 0; k < random.nextInt(3); k++) {
            tagged = Sample.tagged("key" + random.nextInt(4), "value" + random.nextInt(2), tagged);
        }
        return tagged;
    }

    @Test
    void keepsEachTierAsLongAsTheRuleThatKeepsItLongest() {
        var shorter = Sample.tiered("a.json", new Tier(Period.WEEKLY, 1, 14, 60, false));
        var longer =
                Sample.tiered(
                        "b.json",
                        new Tier(Period.WEEKLY, 7, 20, 90, false),
                        new Tier(Period.MONTHLY, 1, 40, 365, true));
        var orders = Sample.cluster("orders");
        var promise = bind(orders, longer, shorter, EVERYBODY).orElseThrow();
        assertThat(promise.tiers()).containsOnlyKeys(Period.WEEKLY, Period.MONTHLY);
        assertThat(promise.keptDays("weekly")).isEqualTo(90);
        assertThat(promise.keptDays("monthly")).isEqualTo(365);
        assertThat(promise.keptDays("daily")).isEqualTo(35);
        assertThat(promise.keptDays("")).isEqualTo(35);
        assertThat(bind(orders, EVERYBODY).orElseThrow().keptDays("weekly")).isEqualTo(35);
    }

    @Test
    void keepsNoTierShorterThanTheRest() {
        var weekly = Sample.tiered("a.json", new Tier(Period.WEEKLY, 1, 14, 60, false));
        var far = Sample.rule("b.json", 26, 200);
        assertThat(bind(Sample.cluster("orders"), weekly, far).orElseThrow().keptDays("weekly"))
                .isEqualTo(200);
    }

    private static Optional<Promise> bind(Cluster cluster, PromiseRule... rules) {
        return PromiseBinder.bind(Sample.account(), cluster, List.of(rules));
    }

    private static Promise promise(int hours, int days, Route route, String... files) {
        return new Promise(
                Sample.cluster("orders").id(),
                Duration.ofHours(hours),
                days,
                route,
                new TreeMap<>(),
                List.of(files));
    }

    private static PromiseRule rule(
            String file, PromiseRule.Who who, int hours, int days, Route route) {
        return Sample.rule(file, who, hours, days, route);
    }

    private static PromiseRule.Who accounts(AccountId account) {
        return new PromiseRule.Who(List.of(account), List.of(), new TreeMap<>());
    }

    private static PromiseRule.Who units(String unit) {
        return new PromiseRule.Who(List.of(), List.of(unit), new TreeMap<>());
    }

    private static PromiseRule.Who tag(String key, String value) {
        var tags = new TreeMap<String, String>();
        tags.put(key, value);
        return new PromiseRule.Who(List.of(), List.of(), tags);
    }
}
