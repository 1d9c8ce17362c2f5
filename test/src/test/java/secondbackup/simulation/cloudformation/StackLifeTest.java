package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.simulation.wire.AwsError;

/// Stacks are created, updated, rolled back and deleted.
final class StackLifeTest {
    private final Office office = new Office();

    /// A vault that cannot be made: its name is taken by the one that the template makes first.
    private static final String BREAKS =
            ",\"Broken\":" + Office.vault("\"DependsOn\":\"Vault\",", "\"kept\"");

    private static String vault(String attributes) {
        return "\"Vault\":" + Office.vault(attributes, "\"kept\"");
    }

    @Test
    void createsInTheOrderOfReferencesAndDependsOn() {
        var stack =
                office.deploy(
                        "\"Last\":"
                                + Office.vault("\"DependsOn\":\"Middle\",", "\"last\"")
                                + ",\"Middle\":"
                                + Office.vault("", "{\"Ref\":\"First\"}")
                                + ",\"First\":"
                                + Office.role("first"));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(Office.events(stack))
                .containsExactly(
                        "First CREATE_COMPLETE",
                        "Middle CREATE_COMPLETE",
                        "Last CREATE_COMPLETE",
                        "app CREATE_COMPLETE");
    }

    /// Rolling a creation back deletes what was made, unless it is retained whatever comes.
    @ParameterizedTest
    @CsvSource({"Delete, false", "RetainExceptOnCreate, false", "Retain, true"})
    void rollsBackACreation(String policy, boolean kept) {
        var stack = office.deploy(vault("\"DeletionPolicy\":\"%s\",".formatted(policy)) + BREAKS);

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("[Broken]", "already exists");
        assertThat(stack.resources()).isEmpty();
        assertThat(office.hasVault("kept")).isEqualTo(kept);
        assertThat(Office.events(stack))
                .containsExactly(
                        "Vault CREATE_COMPLETE",
                        "Broken CREATE_FAILED",
                        kept ? "Vault DELETE_SKIPPED" : "Vault DELETE_COMPLETE",
                        "app ROLLBACK_COMPLETE");
    }

    @Test
    void aStackThatWasRolledBackIsMadeAnewUnderAnotherId() {
        var first = office.deploy(vault("") + BREAKS);
        var second = office.deploy(vault(""));

        assertThat(second.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(second.id).isNotEqualTo(first.id);
        assertThat(first.exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Delete, false", "RetainExceptOnCreate, true", "Retain, true"})
    void deletesAStackButWhatIsRetained(String policy, boolean kept) {
        var stack = office.deploy(vault("\"DeletionPolicy\":\"%s\",".formatted(policy)));

        office.deployments.delete(Office.ADMINISTRATOR, stack);

        assertThat(stack.status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(office.hasVault("kept")).isEqualTo(kept);
        assertThat(office.deployments.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Delete, false", "RetainExceptOnCreate, true", "Retain, true"})
    void whatLeavesTheTemplateIsDeletedUnlessRetained(String policy, boolean kept) {
        var other = "\"Role\":" + Office.role("other");
        office.deploy(vault("\"DeletionPolicy\":\"%s\",".formatted(policy)) + "," + other);

        var stack = office.deploy(other);

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(stack.resource("Vault")).isEmpty();
        assertThat(office.hasVault("kept")).isEqualTo(kept);
    }

    @Test
    void updatesInPlace() {
        var before = office.deploy("\"Role\":" + Office.role("reader"));
        var id = before.resources().getFirst().made();

        var policies =
                ",\"Policies\":[{\"PolicyName\":\"read\",\"PolicyDocument\":"
                        + Office.ALLOWS
                        + "}]";
        var after = office.deploy("\"Role\":" + Office.role("reader", policies));

        assertThat(after.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(after.id).isEqualTo(before.id);
        assertThat(after.resources().getFirst().made()).isEqualTo(id);
        assertThat(office.of.roles().find(Office.SHOP, "reader").orElseThrow().policies)
                .containsOnlyKeys("read");
    }

    /// The new one comes first, so that what refers to it can move; then the old one goes.
    @ParameterizedTest
    @CsvSource({"Delete, false", "Retain, true"})
    void replacesWhereAPropertyCannotChange(String policy, boolean kept) {
        var attributes = "\"UpdateReplacePolicy\":\"%s\",".formatted(policy);
        office.deploy("\"Vault\":" + Office.vault(attributes, "\"old\""));

        var stack = office.deploy("\"Vault\":" + Office.vault(attributes, "\"new\""));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(stack.resource("Vault").orElseThrow().physicalId()).isEqualTo("new");
        assertThat(office.hasVault("new")).isTrue();
        assertThat(office.hasVault("old")).isEqualTo(kept);
        assertThat(Office.events(stack))
                .containsSubsequence(
                        "Vault CREATE_COMPLETE",
                        "Vault CREATE_COMPLETE",
                        kept ? "Vault DELETE_SKIPPED" : "Vault DELETE_COMPLETE",
                        "app UPDATE_COMPLETE");
    }

    @Test
    void rollsAnUpdateBackToWhereItWas() {
        var role = "\"Role\":" + Office.role("reader");
        office.deploy(role + "," + vault(""));
        var changed = "\"Role\":" + Office.role("reader", ",\"MaxSessionDuration\":7200");

        var stack =
                office.deploy(
                        changed
                                + ","
                                + vault("")
                                + ",\"New\":"
                                + Office.role("new")
                                + ",\"Broken\":"
                                + Office.vault("\"DependsOn\":[\"Role\",\"New\"],", "\"kept\""));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(office.has("new")).isFalse();
        assertThat(office.hasVault("kept")).isTrue();
        assertThat(office.of.roles().find(Office.SHOP, "reader").orElseThrow().longestSession)
                .hasHours(1);
        assertThat(stack.resources()).hasSize(2);
    }

    @Test
    void aStackThatWentBackCanBeUpdatedAgain() {
        office.deploy(vault(""));
        office.deploy(vault("") + BREAKS);

        assertThat(office.deploy(vault("") + ",\"Role\":" + Office.role("new")).status())
                .isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aTemplateThatChangesNothingLeavesTheStackAlone() {
        var events = office.deploy(vault("")).events();

        assertThat(office.deploy(vault("")).events()).isEqualTo(events);
    }

    /// Source: AWS CloudFormation User Guide, "Update a stack": `DeletionPolicy` cannot be updated by itself.
    @Test
    void aDeletionPolicyAloneIsNoUpdate() {
        office.deploy(vault(""));
        office.deploy(vault("\"DeletionPolicy\":\"Retain\","));

        assertThat(office.deployments.all().getFirst().resources().getFirst().onDelete())
                .isEqualTo(Retention.DELETE);
    }

    @Test
    void aResourceCannotBecomeOneOfAnotherType() {
        office.deploy("\"It\":" + Office.role("reader"));

        assertThatThrownBy(() -> office.deploy("\"It\":" + Office.vault("", "\"kept\"")))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("Update of resource type is not permitted");
    }

    /// A name in the template cannot be taken twice, and so not by what replaces it.
    @Test
    void aNamedResourceThatMustBeReplacedNeedsAnotherName() {
        office.deploy("\"Role\":" + Office.role("reader"));

        var stack = office.deploy("\"Role\":" + Office.role("reader", ",\"Path\":\"/team/\""));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("Role with name reader already exists");
        assertThat(office.of.roles().find(Office.SHOP, "reader").orElseThrow().path).isEqualTo("/");
    }

    @Test
    void whatCannotBeDeletedKeepsTheStack() {
        var stack =
                office.deploy(
                        "\"Role\":"
                                + Office.role("reader")
                                + ",\"Vault\":"
                                + Office.vault("", "{\"Ref\":\"Role\"}"));
        office.of
                .roles()
                .find(Office.SHOP, "reader")
                .orElseThrow()
                .policies
                .put("own", Office.ALLOWS);

        office.deployments.delete(Office.ADMINISTRATOR, stack);

        assertThat(stack.status()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(stack.reason()).contains("[Role]");
        assertThat(stack.resources()).hasSize(1);
        assertThatThrownBy(() ->
                        office.deploy(
                                "\"Role\":"
                                        + Office.role("reader", ",\"MaxSessionDuration\":7200")))
                .hasMessageContaining("is in DELETE_FAILED state");
    }

    @Test
    void unnamedResourcesGetNamesFromStackAndLogicalId() {
        var unnamed =
                """
                {"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":%s}}
                """
                        .formatted(Office.TRUST);
        var longName =
                "TheVeryLongLogicalIdOfARoleThatHasNoNameOfItsOwnAndMoreThanSixtyFourLetters";

        var stack = office.deploy("\"Role\":" + unnamed + ",\"" + longName + "\":" + unnamed);

        assertThat(stack.resource("Role").orElseThrow().physicalId())
                .matches("app-Role-[0-9A-Z]{12}");
        assertThat(stack.resource(longName).orElseThrow().physicalId())
                .hasSizeLessThanOrEqualTo(64)
                .matches("app-TheVeryLongLogicalIdOfA[A-Za-z]*-[0-9A-Z]{12}");
    }
}
