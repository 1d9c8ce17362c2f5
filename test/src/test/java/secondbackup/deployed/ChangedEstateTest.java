package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;

/// One organization whose estate changes while it lives: a promise takes others, so that its selection is replaced under
/// the name of another hash; the re-key vault is replaced by one of another name; and a source Region is one that accounts
/// enable and disable. `policies/` is changed first, the stacks a day later, as it happens.
final class ChangedEstateTest {
    private static final String MILAN = "eu-south-1";
    private static final String PLATFORM = "ou-root-platform";
    private static final String LATER = "444444444440";
    private static final String NEVER = "444444444441";
    private static final String SHUT = "444444444442";
    private static final Duration OLD = Duration.ofDays(100);

    private static final SmallOrganization LIVED;
    private static final String FAR = "arn:aws:rds:eu-south-1:" + LATER + ":cluster:far";
    private static final String GONE;
    private static final TreeMap<String, List<String>> DRIFTED = new TreeMap<>();
    private static final TreeMap<String, List<String>> GAPS = new TreeMap<>();
    private static final TreeMap<String, List<String>> SELECTIONS = new TreeMap<>();

    static {
        var founded = SmallOrganization.founded();
        founded.path("accounts")
                .forEach(account -> {
                    if (account.path("id").asText().equals(SmallWorld.MANAGEMENT)) {
                        ((ObjectNode) account).putArray("enabledRegions").add(MILAN);
                    }
                });
        LIVED = SmallOrganization.deployed(founded, own("before", "gold", "second-backup-rekey"));
        for (var account : List.of(LATER, NEVER, SHUT)) {
            LIVED.join(account, "estate-" + account, PLATFORM);
            LIVED.world().settings().optIn(account, MILAN, "Aurora", true);
        }
        enabled(SHUT).add(MILAN);
        GONE = LIVED.born(SHUT, MILAN, "gone", OLD);
        LIVED.pass(Duration.ofHours(60));
        keep("1 calm");

        enabled(LATER).add(MILAN);
        LIVED.born(LATER, MILAN, "far", OLD);
        enabled(SHUT).remove(MILAN);
        LIVED.nextReport();
        keep("2 enabled and disabled");

        var after = own("after", "platinum", "second-backup-recrypted");
        LIVED.read(after.policies());
        LIVED.nextReport();
        keep("3 policies changed");

        LIVED.firstDay().deploy(after.templates().get("SecondBackupOrganization"));
        LIVED.nextReport();
        keep("4 deployed");
        LIVED.pass(Duration.ofHours(60));
        keep("5 lived on");
    }

    private static Collection<String> enabled(String account) {
        return LIVED.world().organization().account(account).orElseThrow().enabledRegions;
    }

    private static OwnEstate own(String name, String tier, String rekeyVault) {
        Consumer<ObjectNode> promise =
                json -> {
                    json.put("why", "Whoever tags a cluster so has it snapshot at noon, too.");
                    json.putObject("who").putObject("tags").put("tier", tier);
                    json.put("copyAgeMaxHours", 36).put("retentionDays", 35).put("route", "auto");
                    json.putObject("schedule")
                            .put("cron", "cron(0 12 * * ? *)")
                            .put("timeZone", "Europe/Stockholm");
                    json.put("sourceRetentionDays", 7);
                };
        Consumer<ObjectNode> estate =
                json -> {
                    json.withArray("sourceRegions").add(MILAN);
                    json.put("rekeyVault", rekeyVault);
                };
        return OwnEstate.of(
                "changed-" + name, Map.of("backup/tier.json", promise, "estate.json", estate));
    }

    /// What the report said at one time.
    private static void keep(String when) {
        for (var account : List.of(SmallWorld.SHOP, LATER, NEVER, SHUT)) {
            DRIFTED.put(when + " " + account, LIVED.drifted(account));
        }
        for (var cluster : List.of(SmallWorld.ORDERS, FAR, GONE)) {
            GAPS.put(when + " " + cluster, List.copyOf(LIVED.gaps(cluster)));
        }
        GAPS.put(when + " " + SHUT, List.copyOf(LIVED.gaps(SHUT)));
        GAPS.put(when, LIVED.disagreements());
        SELECTIONS.put(
                when,
                LIVED.world().backup().plans().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .filter(plan -> !plan.deleted())
                        .filter(plan -> plan.document.backupPlanName().equals("second-backup-tier"))
                        .flatMap(plan -> plan.selections.values().stream())
                        .map(each -> each.document().selectionName())
                        .toList());
    }

    private static List<String> drifted(String when, String account) {
        return DRIFTED.getOrDefault(when + " " + account, List.of("never looked"));
    }

    private static List<String> gaps(String when, String about) {
        return GAPS.getOrDefault(when + " " + about, List.of("never looked"));
    }

    @Test
    void theOracleAgreesAllTheWhile() {
        for (var when :
                List.of(
                        "1 calm",
                        "2 enabled and disabled",
                        "3 policies changed",
                        "4 deployed",
                        "5 lived on")) {
            assertThat(GAPS.get(when)).as(when).isEmpty();
        }
    }

    @Test
    void policiesThatAreNewerThanTheStacksAreADifferenceUntilTheyAreDeployed() {
        assertThat(drifted("1 calm", SmallWorld.SHOP)).isEmpty();
        assertThat(drifted("3 policies changed", SmallWorld.SHOP))
                .anyMatch(words ->
                        words.contains("plan second-backup-tier")
                                && words.contains("if tag tier equals 'platinum'")
                                && words.contains("if tag tier equals 'gold'"))
                .anyMatch(words ->
                        words.contains("role AWSBackup-second-backup")
                                && words.contains("CopiesGoToOurVaultsOnly"));
        assertThat(drifted("4 deployed", SmallWorld.SHOP)).isEmpty();
        assertThat(drifted("5 lived on", SmallWorld.SHOP)).isEmpty();
    }

    @Test
    void aSelectionIsReplacedUnderTheNameOfItsOwnHashAndNoOtherStays() {
        assertThat(SELECTIONS.get("1 calm")).hasSize(1);
        assertThat(SELECTIONS.get("5 lived on"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(SELECTIONS.getOrDefault("1 calm", List.of()));
        assertThat(gaps("5 lived on", SmallWorld.ORDERS)).isEmpty();
    }

    /// The old one stays with its points; the new one is there besides.
    @Test
    void theRekeyVaultIsReplacedAndNothingIsLost() {
        assertThat(LIVED.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND))
                .extracting(vault -> vault.name.replaceFirst("-[0-9a-f]{8}$", ""))
                .containsExactlyInAnyOrder(
                        "second-backup-source", "second-backup-rekey", "second-backup-recrypted");
        assertThat(gaps("4 deployed", SmallWorld.ORDERS)).isEmpty();
    }

    /// StackSets do not come back by themselves: the Region is a gap until the StackSet is updated the next time.
    @Test
    void aSourceRegionThatIsEnabledLaterIsToldUntilItsStackIsThere() {
        assertThat(drifted("1 calm", LATER)).isEmpty();
        assertThat(drifted("2 enabled and disabled", LATER))
                .singleElement()
                .asString()
                .startsWith("Region eu-south-1 of account estate-" + LATER)
                .contains("OUTDATED, FAILED: Region eu-south-1 is not enabled");
        assertThat(gaps("2 enabled and disabled", FAR)).contains("NotEnrolled");
        assertThat(drifted("4 deployed", LATER)).isEmpty();
        assertThat(gaps("4 deployed", FAR)).doesNotContain("NotEnrolled").contains("NoCopy");
        assertThat(gaps("5 lived on", FAR)).isEmpty();
    }

    @Test
    void aSourceRegionThatIsNeverEnabledIsNoDifference() {
        for (var when : List.of("1 calm", "2 enabled and disabled", "4 deployed", "5 lived on")) {
            assertThat(drifted(when, NEVER)).as(when).isEmpty();
        }
    }

    /// Its clusters are out of sight, and the vault remembers them; what was deployed there is not the trouble.
    @Test
    void aSourceRegionThatIsDisabledLaterIsUnknownAndNoDifference() {
        assertThat(gaps("1 calm", GONE)).isEmpty();
        for (var when : List.of("2 enabled and disabled", "5 lived on")) {
            assertThat(drifted(when, SHUT)).as(when).isEmpty();
            assertThat(gaps(when, SHUT)).as(when).containsExactly("StateUnknown");
        }
    }
}
