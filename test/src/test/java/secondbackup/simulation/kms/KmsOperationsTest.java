package secondbackup.simulation.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.CancelKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.CancelKeyDeletionResponse;
import software.amazon.awssdk.services.kms.model.CreateGrantRequest;
import software.amazon.awssdk.services.kms.model.CreateGrantResponse;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.DisableKeyRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyResponse;
import software.amazon.awssdk.services.kms.model.EnableKeyRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyResponse;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListGrantsRequest;
import software.amazon.awssdk.services.kms.model.ListGrantsResponse;
import software.amazon.awssdk.services.kms.model.ListKeysRequest;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.RevokeGrantRequest;
import software.amazon.awssdk.services.kms.model.RevokeGrantResponse;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionResponse;

final class KmsOperationsTest {
    private final KmsFixture kms = new KmsFixture();
    private final Keys.Key key = kms.key("app");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "alias/app-alias",
                "arn:aws:kms:eu-west-1:111111111111:key/app",
                "arn:aws:kms:eu-west-1:111111111111:alias/app-alias"
            })
    void describesAKeyByEveryNameItHas(String name) {
        assertThat(describe(name).arn()).isEqualTo(key.arn());
    }

    @Test
    void enablesADisabledKeyAndNoneThatAwaitsDeletion() {
        var enable = EnableKeyRequest.builder().keyId("app").build();
        key.state = Keys.State.DISABLED;

        kms.ask(KmsFixture.OWNER).of(enable, EnableKeyResponse.class);
        assertThat(describe("app").keyState()).isEqualTo(KeyState.ENABLED);
        kms.ask(KmsFixture.OWNER).of(enable, EnableKeyResponse.class);
        assertThat(describe("app").keyState()).isEqualTo(KeyState.ENABLED);

        key.state = Keys.State.PENDING_DELETION;
        assertThatThrownBy(() -> kms.ask(KmsFixture.OWNER).of(enable, EnableKeyResponse.class))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error -> assertThat(error.code()).isEqualTo("KMSInvalidStateException"));
        assertThat(describe("app").keyState()).isEqualTo(KeyState.PENDING_DELETION);
    }

    @Test
    void enablesNoKeyForWhoeverMayOnlyDisableIt() {
        var enable = EnableKeyRequest.builder().keyId("app").build();
        var only =
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Action": "%s", "Resource": "*"}]}
                """;

        assertThat(kms.allows(kms.role("off", only.formatted("kms:DisableKey")), enable)).isFalse();
        assertThat(kms.allows(kms.role("on", only.formatted("kms:EnableKey")), enable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "alias/other", "arn:aws:kms:us-east-1:111111111111:key/app"})
    void doesNotFindAKeyThatIsNotThereOrIsInAnotherRegion(String name) {
        assertThatThrownBy(() -> describe(name))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error -> assertThat(error.code()).isEqualTo("NotFoundException"));
    }

    @Test
    void letsAnotherAccountDescribeOnlyWhatItsPolicyAdmits() {
        var stranger = KmsFixture.administrator(KmsFixture.OTHER);
        var describe = DescribeKeyRequest.builder().keyId(key.arn()).build();
        assertThat(kms.allows(stranger, describe)).isFalse();

        key.policy = key.policy.replace("111111111111:root", "222222222222:root");

        assertThat(kms.allows(stranger, describe)).isTrue();
    }

    @Test
    void neverShowsAPolicyToAnotherAccount() {
        key.policy = key.policy.replace("\"arn:aws:iam::111111111111:root\"", "\"*\"");
        var read = GetKeyPolicyRequest.builder().keyId(key.arn()).build();

        assertThat(kms.allows(KmsFixture.administrator(KmsFixture.OTHER), read)).isFalse();
        assertThat(kms.allows(KmsFixture.administrator(KmsFixture.OWNER), read)).isTrue();
    }

    @Test
    void saysThatAKeyOfAnotherAccountIsClosedEvenIfItDoesNotExist() {
        var gone =
                DescribeKeyRequest.builder()
                        .keyId("arn:aws:kms:eu-west-1:222222222222:key/gone")
                        .build();

        assertThat(kms.allows(KmsFixture.administrator(KmsFixture.OWNER), gone)).isFalse();
    }

    @Test
    void deletesAKeyWhenItsTimeHasComeAndNotBefore() {
        schedule(7);
        assertThat(describe("app").keyState()).isEqualTo(KeyState.PENDING_DELETION);
        assertThatThrownBy(this::disable).hasMessageContaining("is pending deletion");

        kms.time.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(kms.keys.find(key.arn())).isPresent();
        kms.time.advance(Duration.ofSeconds(1));
        assertThat(kms.keys.find(key.arn())).isEmpty();
    }

    @Test
    void keepsAKeyWhoseDeletionIsCancelledButDisabled() {
        schedule(7);
        kms.ask(KmsFixture.OWNER)
                .of(
                        CancelKeyDeletionRequest.builder().keyId("app").build(),
                        CancelKeyDeletionResponse.class);
        kms.time.advance(Duration.ofDays(1));
        schedule(30);
        kms.time.advance(Duration.ofDays(29));

        assertThat(kms.keys.find(key.arn())).isPresent();
        kms.time.advance(Duration.ofDays(1));
        assertThat(kms.keys.find(key.arn())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 31})
    void refusesWaitingPeriodsOutsideTheBounds(int days) {
        assertThatThrownBy(() -> schedule(days)).isInstanceOf(AwsError.class);
        assertThat(key.state).isEqualTo(Keys.State.ENABLED);
    }

    @Test
    void refusesAPolicyThatLocksItsWriterOutOrNamesNobody() {
        var before = key.policy;

        assertThatThrownBy(() -> put(KeyPolicies.standard("333333333333")))
                .hasMessageContaining("will not allow you to update the key policy");
        assertThatThrownBy(() -> put(before.replace(":root", ":role/Nobody")))
                .hasMessageContaining("invalid principals");
        assertThatThrownBy(() -> put(before.replace("Effect", "Affect")))
                .hasMessageContaining("not valid");
        assertThatThrownBy(() -> put("no policy"))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error ->
                                assertThat(error.code())
                                        .isEqualTo("MalformedPolicyDocumentException"));
        assertThat(key.policy).isEqualTo(before);
    }

    @Test
    void takesAPolicyThatStillAdmitsItsWriter() {
        put(key.policy.replace("key-default-1", "mine"));

        assertThat(key.policy).contains("mine");
    }

    @Test
    void makesListsAndRevokesGrants() {
        var owner = kms.ask(KmsFixture.OWNER);
        var grant =
                owner.of(
                        CreateGrantRequest.builder()
                                .keyId(key.arn())
                                .granteePrincipal("arn:aws:iam::222222222222:root")
                                .operationsWithStrings("Decrypt")
                                .build(),
                        CreateGrantResponse.class);
        assertThat(grants()).hasSize(1);

        owner.of(
                RevokeGrantRequest.builder().keyId(key.arn()).grantId(grant.grantId()).build(),
                RevokeGrantResponse.class);
        assertThat(grants()).isEmpty();
    }

    @Test
    void makesNoGrantOnADisabledKey() {
        disable();

        assertThatThrownBy(() ->
                        kms.ask(KmsFixture.OWNER)
                                .of(
                                        CreateGrantRequest.builder()
                                                .keyId("app")
                                                .granteePrincipal("arn:aws:iam::1:root")
                                                .build(),
                                        CreateGrantResponse.class))
                .hasMessageContaining("is disabled");
    }

    @Test
    void listsOnlyTheKeysAndAliasesOfTheAccountAndPagesThem() {
        kms.key("second");
        var first =
                kms.ask(KmsFixture.OWNER)
                        .of(
                                ListAliasesRequest.builder().limit(1).build(),
                                ListAliasesResponse.class);

        assertThat(first.aliases())
                .extracting(AliasListEntry::aliasName)
                .containsExactly("alias/app-alias");
        assertThat(first.truncated()).isTrue();
        assertThat(
                        kms.ask(KmsFixture.OWNER)
                                .of(
                                        ListAliasesRequest.builder()
                                                .marker(first.nextMarker())
                                                .build(),
                                        ListAliasesResponse.class)
                                .aliases())
                .extracting(AliasListEntry::aliasName)
                .containsExactly("alias/second-alias");
        assertThat(
                        kms.ask(KmsFixture.OTHER)
                                .of(ListKeysRequest.builder().build(), ListKeysResponse.class)
                                .keys())
                .isEmpty();
    }

    private KeyMetadata describe(String name) {
        return kms.ask(KmsFixture.OWNER)
                .of(DescribeKeyRequest.builder().keyId(name).build(), DescribeKeyResponse.class)
                .keyMetadata();
    }

    private void disable() {
        kms.ask(KmsFixture.OWNER)
                .of(DisableKeyRequest.builder().keyId("app").build(), DisableKeyResponse.class);
    }

    private void schedule(int days) {
        kms.ask(KmsFixture.OWNER)
                .of(
                        ScheduleKeyDeletionRequest.builder()
                                .keyId("app")
                                .pendingWindowInDays(days)
                                .build(),
                        ScheduleKeyDeletionResponse.class);
    }

    private void put(String policy) {
        kms.ask(KmsFixture.OWNER)
                .of(
                        PutKeyPolicyRequest.builder().keyId("app").policy(policy).build(),
                        PutKeyPolicyResponse.class);
    }

    private List<?> grants() {
        return kms.ask(KmsFixture.OWNER)
                .of(ListGrantsRequest.builder().keyId(key.arn()).build(), ListGrantsResponse.class)
                .grants();
    }
}
