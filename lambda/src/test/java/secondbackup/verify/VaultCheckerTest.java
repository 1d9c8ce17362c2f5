package secondbackup.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.VAULT_KEY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.inventory.VaultView.Lock;
import secondbackup.inventory.VaultView.VaultKey;

class VaultCheckerTest {
    private static final Optional<Long> MIN = Optional.of(7L);
    private static final Optional<Long> MAX = Optional.of(365L);

    @Test
    void hasNoDoubtAboutTheVaultThatTheEstatePromises() {
        assertThat(doubts(Given.nothing())).isEmpty();
    }

    @Test
    void hasNoDoubtAboutAnAirGappedVaultUnderAwssOwnKey() {
        var promised = Sample.vaultPromise(Kind.AIR_GAPPED);
        assertThat(VaultChecker.check(Given.nothing().airGapped().vault(), promised, NOW))
                .isEmpty();
    }

    @Test
    void doubtsAnAirGappedVaultUnderAKeyThatIsNotAwss() {
        var vault = Given.nothing().airGapped().vaultKey(Sample.vaultKey()).vault();
        assertThat(VaultChecker.check(vault, Sample.vaultPromise(Kind.AIR_GAPPED), NOW))
                .contains(new VaultDoubt.KeyDiffers(VAULT, Optional.of(VAULT_KEY)));
    }

    @Test
    void doubtsAnUnlockedVaultOnce() {
        var lock = new Lock(false, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(doubts(Given.nothing().lock(lock)))
                .containsExactly(new VaultDoubt.NotLocked(VAULT));
    }

    @Test
    void doubtsALockThatCanBeTakenAwayForEver() {
        assertThat(doubts(Given.nothing().lock(new Lock(true, MIN, MAX, Optional.empty()))))
                .containsExactly(new VaultDoubt.GovernanceOnly(VAULT));
    }

    @Test
    void doubtsALockUntilItsGraceTimeIsOver() {
        var after = NOW.plus(Duration.ofMillis(1));
        assertThat(doubts(Given.nothing().lock(new Lock(true, MIN, MAX, Optional.of(after)))))
                .containsExactly(new VaultDoubt.InGrace(VAULT, after));
        assertThat(doubts(Given.nothing().lock(new Lock(true, MIN, MAX, Optional.of(NOW)))))
                .isEmpty();
        var before = NOW.minus(Duration.ofMillis(1));
        assertThat(doubts(Given.nothing().lock(new Lock(true, MIN, MAX, Optional.of(before)))))
                .isEmpty();
    }

    @Test
    void doubtsBoundsThatAreNotTheEstates() {
        for (var min : List.of(Optional.of(6L), Optional.of(8L), Optional.<Long>empty())) {
            assertThat(doubts(bounds(min, MAX)))
                    .containsExactly(new VaultDoubt.BoundsDiffer(VAULT, min, MAX));
        }
        for (var max : List.of(Optional.of(364L), Optional.of(366L), Optional.<Long>empty())) {
            assertThat(doubts(bounds(MIN, max)))
                    .containsExactly(new VaultDoubt.BoundsDiffer(VAULT, MIN, max));
        }
        assertThat(doubts(bounds(MIN, MAX))).isEmpty();
    }

    @Test
    void doubtsAnAccessPolicyOfAnotherMeaning() {
        var other = Sample.ACCESS_POLICY.replace("o-exampleorgid", "o-another");
        for (var policy : List.of(other, "", "{}")) {
            assertThat(doubts(Given.nothing().accessPolicy(policy)))
                    .containsExactly(new VaultDoubt.AccessPolicyDiffers(VAULT));
        }
    }

    @Test
    void doesNotMindAnAccessPolicyOfAnotherForm() {
        var other =
                Sample.ACCESS_POLICY
                        .replace("\"*\"", "[\"*\"]")
                        .replace("{\"Eff", "{\"Sid\": \"a\", \"Eff");
        assertThat(other).isNotEqualTo(Sample.ACCESS_POLICY);
        assertThat(doubts(Given.nothing().accessPolicy(other))).isEmpty();
    }

    @Test
    void doubtsAnotherKey() {
        var other = new Arn("arn:aws:kms:eu-central-1:999999999999:key/other");
        assertThat(doubts(key(other, "Enabled", Sample.KEY_POLICY)))
                .containsExactly(new VaultDoubt.KeyDiffers(VAULT, Optional.of(other)));
        assertThat(doubts(Given.nothing().vaultKey(new VaultKey.AwsOwned())))
                .containsExactly(new VaultDoubt.KeyDiffers(VAULT, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Disabled", "PendingDeletion", "PendingImport", "Unavailable", ""})
    void doubtsAKeyInAnyStateButEnabled(String state) {
        assertThat(doubts(key(VAULT_KEY, state, Sample.KEY_POLICY)))
                .containsExactly(
                        new VaultDoubt.KeyNotEnabled(VAULT, VAULT_KEY, state, Optional.empty()));
    }

    @Test
    void doubtsAKeyPolicyOfAnotherMeaningButNotOfAnotherForm() {
        var wider = Sample.KEY_POLICY.replace("999999999999", "111111111111");
        assertThat(doubts(key(VAULT_KEY, "Enabled", wider)))
                .containsExactly(new VaultDoubt.KeyPolicyDiffers(VAULT, VAULT_KEY));
        var longer = Sample.KEY_POLICY.replace("999999999999", "arn:aws:iam::999999999999:root");
        assertThat(doubts(key(VAULT_KEY, "Enabled", longer))).isEmpty();
    }

    @Test
    void doubtsAKeyThatCouldNotBeRead() {
        assertThat(doubts(Given.nothing().vaultKey(new VaultKey.Unreadable("AccessDenied"))))
                .containsExactly(new VaultDoubt.KeyUnread(VAULT, "AccessDenied"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var lock = new Lock(true, Optional.empty(), MAX, Optional.empty());
        var given = key(VAULT_KEY, "Disabled", "").lock(lock).accessPolicy("");
        assertThat(doubts(given))
                .containsExactly(
                        new VaultDoubt.GovernanceOnly(VAULT),
                        new VaultDoubt.BoundsDiffer(VAULT, Optional.empty(), MAX),
                        new VaultDoubt.AccessPolicyDiffers(VAULT),
                        new VaultDoubt.KeyNotEnabled(
                                VAULT, VAULT_KEY, "Disabled", Optional.empty()),
                        new VaultDoubt.KeyPolicyDiffers(VAULT, VAULT_KEY));
    }

    private static Given bounds(Optional<Long> min, Optional<Long> max) {
        return Given.nothing().lock(new Lock(true, min, max, Sample.lock().lockedAt()));
    }

    private static Given key(Arn key, String state, String policy) {
        return Given.nothing()
                .vaultKey(new VaultKey.Customer(key, state, Optional.empty(), "AWS_KMS", policy));
    }

    private static List<VaultDoubt> doubts(Given given) {
        return VaultChecker.check(given.vault(), Sample.vaultPromise(Kind.STANDARD), NOW);
    }
}
