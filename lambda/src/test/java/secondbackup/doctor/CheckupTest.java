package secondbackup.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.Look;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.Setup.Quota;
import secondbackup.inventory.Setup.Trail;
import secondbackup.inventory.VaultView;

/// Every rule of the doctor, loud and silent.
class CheckupTest {
    private static final Look<Boolean> OFF = new Look.Seen<>(false);
    private static final Look<Boolean> UNSEEN = new Look.Unseen<>("AccessDenied: no");
    private static final Look<Optional<String>> MISSING = new Look.Seen<>(Optional.empty());

    @Test
    void nothingIsFoundWhereEverythingIsAsItMustBe() {
        assertThat(Patient.well().complaints()).isEmpty();
    }

    /// A check that says nothing at all would be taken for fine.
    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckSaysThatItIsFine(Check check) {
        assertThat(Patient.well().all())
                .anyMatch(finding -> finding.check() == check && finding instanceof Finding.Fine);
    }

    static Stream<List<Object>> troubles() {
        return Stream.of(
                List.of(
                        Patient.well().crossAccountBackup(OFF),
                        Check.CROSS_ACCOUNT_BACKUP,
                        "aws backup update-global-settings --global-settings"
                                + " isCrossAccountBackupEnabled=true"),
                List.of(
                        Patient.well().backupTrusted(OFF),
                        Check.TRUSTED_ACCESS,
                        "--service-principal backup.amazonaws.com"),
                List.of(
                        Patient.well().stackSetsTrusted(OFF),
                        Check.TRUSTED_ACCESS,
                        "aws cloudformation activate-organizations-access"),
                List.of(
                        Patient.well().role("AWSServiceRoleForBackup", MISSING),
                        Check.SERVICE_LINKED_ROLES,
                        "--aws-service-name backup.amazonaws.com"),
                List.of(
                        Patient.well().role("AWSServiceRoleForRDS", MISSING),
                        Check.SERVICE_LINKED_ROLES,
                        "--aws-service-name rds.amazonaws.com"),
                List.of(
                        Patient.well().optIn(OFF),
                        Check.OPT_IN,
                        "--region eu-west-1 --resource-type-opt-in-preference Aurora=true"),
                List.of(
                        Patient.well().role(Sample.estate().roles().copy(), MISSING),
                        Check.OUR_ROLES,
                        "deploy the member roles' StackSet to account 111111111111"),
                List.of(
                        Patient.well()
                                .role(
                                        Sample.estate().roles().backup(),
                                        new Look.Seen<>(Optional.of("{\"Statement\":[]}"))),
                        Check.OUR_ROLES,
                        "deploy the member roles' StackSet to account 111111111111"),
                List.of(Patient.well().trails(), Check.TRAIL, "aws cloudtrail create-trail"),
                List.of(
                        Patient.well().trails(new Trail("one", true, false)),
                        Check.TRAIL,
                        "aws cloudtrail start-logging --name one"),
                List.of(
                        Patient.well().trails(new Trail("here", false, true)),
                        Check.TRAIL,
                        "--is-multi-region-trail"),
                List.of(
                        Patient.well().quota(new Look.Seen<>(new Quota(40, 40))),
                        Check.QUOTA,
                        "--quota-code L-952B80B8 --desired-value 41"),
                List.of(
                        vault(given -> given.kind(VaultView.Kind.AIR_GAPPED)),
                        Check.VAULT_KIND,
                        "vaults.kind in policies/estate.json"),
                List.of(
                        vault(given -> given.lock(lock(false, 7, 400))),
                        Check.LOCK,
                        "put-backup-vault-lock-configuration"),
                List.of(
                        vault(given -> given.accessPolicy("{\"Statement\":[]}")),
                        Check.VAULT_POLICY,
                        "get-backup-vault-access-policy"),
                List.of(
                        vault(given -> given.vaultKey(new VaultView.VaultKey.AwsOwned())),
                        Check.KEYS,
                        "vaults.key in policies/estate.json"),
                List.of(
                        vault(given ->
                                given.key(
                                        new KeyView.Read(
                                                Sample.KEY,
                                                "CUSTOMER",
                                                "PendingDeletion",
                                                KeyView.Admission.ADMITS))),
                        Check.KEYS,
                        "aws kms enable-key"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void troubleIsFoundByItsOwnCheckAloneWithOneFix(List<Object> trouble) {
        var patient = (Patient) trouble.get(0);

        assertThat(patient.complaints())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> {
                            assertThat(found.check()).isEqualTo(trouble.get(1));
                            assertThat(found.fix()).contains((String) trouble.get(2));
                            assertThat(found.what()).doesNotContain("\n").endsWith(".");
                        });
    }

    static Stream<List<Object>> blindness() {
        return Stream.of(
                List.of(Patient.well().crossAccountBackup(UNSEEN), Check.CROSS_ACCOUNT_BACKUP),
                List.of(Patient.well().backupTrusted(UNSEEN), Check.TRUSTED_ACCESS),
                List.of(Patient.well().stackSetsTrusted(UNSEEN), Check.TRUSTED_ACCESS),
                List.of(
                        Patient.well().role("AWSServiceRoleForRDS", new Look.Unseen<>("no")),
                        Check.SERVICE_LINKED_ROLES),
                List.of(Patient.well().optIn(UNSEEN), Check.OPT_IN),
                List.of(
                        Patient.well()
                                .role(Sample.estate().roles().copy(), new Look.Unseen<>("no")),
                        Check.OUR_ROLES),
                List.of(Patient.well().trailsUnseen(), Check.TRAIL),
                List.of(Patient.well().quota(new Look.Unseen<>("no")), Check.QUOTA),
                List.of(vault(given -> given.kind(VaultView.Kind.UNKNOWN)), Check.VAULT_KIND),
                List.of(
                        vault(given -> given.vaultKey(new VaultView.VaultKey.Unreadable("no"))),
                        Check.KEYS),
                List.of(
                        vault(given -> given.key(new KeyView.Unreadable(Sample.KEY, "no"))),
                        Check.KEYS));
    }

    @ParameterizedTest
    @MethodSource("blindness")
    void whatCouldNotBeLookedAtIsNeverFine(List<Object> blind) {
        assertThat(((Patient) blind.get(0)).complaints())
                .singleElement()
                .isInstanceOf(Finding.CouldNotLook.class)
                .extracting(Finding::check)
                .isEqualTo(blind.get(1));
    }

    @Test
    void clustersOfAnAccountOrRegionThatCouldNotBeReadAreNotFine() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var account =
                vault(given -> given.account(new AccountView.Unreadable(other, "AccessDenied")));
        var region =
                vault(given ->
                        given.region(new RegionView.Unreadable(Sample.VAULT_REGION, "Throttling")));

        for (var patient : List.of(account, region)) {
            assertThat(patient.complaints())
                    .singleElement()
                    .isInstanceOf(Finding.CouldNotLook.class);
        }
    }

    @Test
    void vaultThatIsMissingIsFoundAndNothingOfItIsFine() {
        var patient =
                vault(given -> given.vaults(new VaultView.Absent(Sample.VAULT, "not listed")));

        assertThat(patient.complaints())
                .extracting(Finding::check)
                .containsExactly(Check.VAULT_KIND, Check.LOCK, Check.VAULT_POLICY);
        assertThat(patient.complaints().getFirst()).isInstanceOf(Finding.Found.class);
    }

    @Test
    void vaultThatCouldNotBeReadIsFineInNothing() {
        assertThat(vault(Given::unreadableVault).complaints())
                .hasSize(4)
                .allMatch(Finding.CouldNotLook.class::isInstance);
    }

    @Test
    void promiseThatTheLockWouldRefuseIsFoundBeforeTheFirstCopyFails() {
        var complaints = vault(given -> given.lock(lock(true, 36, 400))).complaints();

        assertThat(complaints)
                .filteredOn(Finding.Found.class::isInstance)
                .map(Finding.Found.class::cast)
                .anyMatch(found ->
                        found.check() == Check.LOCK && found.what().contains("kept 35 days"));
        assertThat(vault(given -> given.lock(lock(true, 35, 35))).complaints())
                .map(Object::toString)
                .noneMatch(text -> text.contains("refuses every copy"));
    }

    /// The words for a key come from the gap that the first sweep would find.
    @Test
    void clusterThatNoRouteReachesIsFoundThoughThereIsNothingToCopyYet() {
        var strange = Sample.encrypted(new Encryption.Unknown("sse-new"), Sample.cluster("new"));
        var complaints = Patient.with(Given.cluster(strange)).complaints();

        assertThat(complaints)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Found.class, found -> assertThat(found.what()).contains("sse-new"));
    }

    @Test
    void quotaCountsClustersExactly() {
        var enough = Patient.well().quota(new Look.Seen<>(new Quota(39, 40)));

        assertThat(enough.complaints()).isEmpty();
    }

    @Test
    void oneTroubleInManyPlacesIsToldOnce() {
        var findings =
                List.<Finding>of(
                        new Finding.Found(Check.OPT_IN, "a 1", "It is off.", "switch a on"),
                        new Finding.Found(Check.OPT_IN, "b 2", "It is off.", "switch b on"),
                        new Finding.Fine(Check.OPT_IN, "c 3"),
                        new Finding.CouldNotLook(Check.KEYS, "d 4", "denied"));
        var text = String.join("\n", CheckupText.of(findings, 80));

        assertThat(text)
                .containsOnlyOnce("It is off.")
                .contains("1 of 3 fine", "a 1, b 2", "(a 1) switch a on", "enrol --apply")
                .contains("UNSEEN Keys", "denied")
                .doesNotContain("switch b on");
        assertThat(text.lines().filter(line -> line.startsWith("FINE"))).isEmpty();
        assertThat(text.lines().filter(line -> line.startsWith("UNSEEN")))
                .hasSize(Check.values().length - 1);
    }

    private static Patient vault(UnaryOperator<Given> change) {
        return Patient.with(change.apply(Given.cluster(Sample.cluster("orders"))));
    }

    private static VaultView.Lock lock(boolean locked, long min, long max) {
        return new VaultView.Lock(
                locked, Optional.of(min), Optional.of(max), Sample.lock().lockedAt());
    }

    @Test
    void changesAreWantedOnlyWhereASettingIsOff() {
        assertThat(Changes.of(Patient.well().setup()).wanted()).isEmpty();
        assertThat(Changes.of(Patient.well().setup()).unseen()).isEmpty();

        var off =
                Patient.well()
                        .crossAccountBackup(OFF)
                        .backupTrusted(OFF)
                        .stackSetsTrusted(OFF)
                        .role("AWSServiceRoleForRDS", MISSING)
                        .optIn(OFF)
                        .setup();
        assertThat(Changes.of(off).wanted())
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactlyElementsOf(
                        Arrays.asList(
                                "CrossAccountBackup",
                                "TrustBackup",
                                "TrustStackSets",
                                "MakeRole",
                                "OptIn"));
    }

    @Test
    void settingThatCouldNotBeLookedAtIsNotChanged() {
        var changes = Changes.of(Patient.well().optIn(UNSEEN).crossAccountBackup(UNSEEN).setup());

        assertThat(changes.wanted()).isEmpty();
        assertThat(changes.unseen()).hasSize(2).allMatch(line -> line.contains("AccessDenied"));
    }
}
