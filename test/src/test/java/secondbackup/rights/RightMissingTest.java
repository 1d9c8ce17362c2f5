package secondbackup.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.wire.Fault;

/// Takes one right away, and then another: each time somebody hears of it, by its name.
final class RightMissingTest {
    /// Rights that are used only where something is not there yet.
    private static final List<String> EARLY =
            List.of(
                    "organizations:ListParents",
                    "kms:DescribeKey",
                    "kms:GetKeyPolicy",
                    "s3:ListBucket");

    private static final String NEVER = "2026-01-01T00:00:00Z";

    /// On which nothing was ever copied.
    private static Day first = Day.deployed(SmallWorld.read(SmallWorld.bare()));

    /// On whose morning new snapshots wait for their copies.
    private static Day second = first;

    private final TreeMap<String, String> kept = new TreeMap<>();

    record Missing(RightsFile from, String action) {
        Day day() {
            var early = EARLY.contains(action) && !from.file().matches("v.*");
            return early ? first : second;
        }

        @Override
        public String toString() {
            return from + " without " + action;
        }
    }

    @BeforeAll
    static void live() {
        first = Day.deployed(SmallWorld.read(SmallWorld.bare()));
        first.look();
        second = Day.deployedAndLived(SmallWorld.read(SmallWorld.bare()));
        second.joinWithATakenName("555555555556", "second-backup-member-copy");
        second.pass(18);
        second.look();
    }

    /// Every right of every role that Lambdas have. Logs are Lambda's own; sizes have a test below.
    static Stream<Missing> rights() {
        return RightsFile.all().stream()
                .filter(RightsFile::assumable)
                .flatMap(file -> file.actions().stream().map(action -> new Missing(file, action)))
                .filter(missing -> !missing.from().usedByOthers().containsKey(missing.action()))
                .filter(missing -> !missing.action().startsWith("logs:"))
                .filter(missing -> !missing.action().equals("backup:ListBackupVaults"))
                .filter(missing -> !missing.action().equals("cloudwatch:GetMetricData"));
    }

    @AfterEach
    void giveBack() {
        for (var day : List.of(first, second)) {
            for (var file : RightsFile.all()) {
                for (var role : file.roles(day.world())) {
                    var policy = kept.get(role.arn());
                    if (policy != null) {
                        role.policies.put("rights", policy);
                    }
                }
            }
        }
        first.lambdas().invoke("list", "{}");
        second.lambdas().invoke("list", "{}");
    }

    private void takeAway(Missing missing) {
        for (var role : missing.from().roles(missing.day().world())) {
            var policy = role.policies.getOrDefault("rights", "");
            kept.put(role.arn(), policy);
            role.policies.put("rights", RightsFile.without(policy, missing.action()));
        }
    }

    @ParameterizedTest
    @MethodSource("rights")
    void missingRightIsNamed(Missing missing) {
        if (missing.action().equals("organizations:ListParents")) {
            joinWhileListing();
        }
        if (missing.from().file().startsWith("copy")) {
            // what it orders hangs on what the last sweep saw
            missing.day().look();
        }
        takeAway(missing);

        assertThat(heard(missing))
                .anySatisfy(word ->
                        assertThat(word)
                                .contains(missing.from().role())
                                .contains("not authorized to perform: " + missing.action() + " "));
    }

    /// Where AWS forbids to look into a vault, its list tells whether there is one.
    @Test
    void missingRightToListVaultsIsNamedWhereVaultsAreShut() {
        var file = RightsFile.named("survey-role.json");
        var missing = new Missing(file, "backup:ListRecoveryPointsByBackupVault");
        takeAway(missing);
        for (var role : file.roles(second.world())) {
            var policy = role.policies.getOrDefault("rights", "");
            role.policies.put("rights", RightsFile.without(policy, "backup:ListBackupVaults"));
        }

        assertThat(heard(missing))
                .anyMatch(word -> word.contains("to perform: backup:ListBackupVaults "));
    }

    @Test
    void clusterWhoseSizeMayNotBeReadGoesWithoutOneAndNothingElseSuffers() {
        var file = RightsFile.named("survey-role.json");
        var missing = new Missing(file, "cloudwatch:GetMetricData");
        heard(missing);
        assertThat(sizes()).isNotEmpty().allMatch(size -> size > 0);
        var gaps = gaps();
        takeAway(missing);
        heard(missing);

        assertThat(sizes()).isEmpty();
        assertThat(gaps()).isEqualTo(gaps);
    }

    /// Without that the role itself is no more as it was deployed.
    private static List<String> gaps() {
        return second.report().path("gaps").findValuesAsText("key").stream()
                .filter(key -> !key.contains("|role second-backup-member-survey"))
                .toList();
    }

    private static List<Long> sizes() {
        return second.file("inventory/latest.json").findValues("sizeBytes").stream()
                .filter(size -> size.isNumber())
                .map(size -> size.asLong())
                .toList();
    }

    /// An account that joins after the tree was walked and before the accounts are listed.
    private static void joinWhileListing() {
        var organization = first.world().organization();
        var id = "555555555555";
        first.world()
                .faults()
                .plan(
                        Fault.first(
                                "none",
                                Fault.Kind.UNAVAILABLE,
                                0,
                                place -> {
                                    if (place.operation().equals("ListAccounts")
                                            && organization.account(id).isEmpty()) {
                                        organization.join(
                                                id, "late", "ou-root-sandbox", place.at());
                                    }
                                    return false;
                                }));
    }

    /// All that people could hear of those who have the right: failed invocations, log lines and the report.
    private static List<String> heard(Missing missing) {
        var day = missing.day();
        var before = day.lambdas().log().size();
        var heard = new ArrayList<String>();
        var sweep = day.report().path("sweep").asText();
        switch (missing.from().file()) {
            case "list.json", "stacks-reader.json" -> {
                tell(day, heard, "list", "{}");
                tell(day, heard, "verify", Day.named(sweep));
            }
            case "survey.json", "survey-role.json" -> {
                tell(day, heard, "survey", item(sweep));
                tell(day, heard, "survey", item(NEVER));
                tell(day, heard, "verify", Day.named(sweep));
            }
            case "verify.json", "vault-reader.json" -> tell(day, heard, "verify", Day.named(sweep));
            case "notify.json" -> {
                tell(day, heard, "notify", Day.named(sweep));
                tell(day, heard, "notify", Day.named(NEVER));
            }
            default -> tell(day, heard, "copy", "{}");
        }
        var log = day.lambdas().log();
        heard.addAll(log.subList(before, log.size()));
        day.report().path("gaps").forEach(gap -> heard.add(gap.toString()));
        return heard;
    }

    private static String item(String sweep) {
        return "{\"sweep\": \"" + sweep + "\", \"account\": \"" + SmallWorld.SHOP + "\"}";
    }

    private static void tell(Day day, List<String> heard, String lambda, String event) {
        try {
            day.lambdas().invoke(lambda, event);
        } catch (RuntimeException failed) {
            heard.add(lambda + ": " + failed.getMessage());
        }
    }
}
