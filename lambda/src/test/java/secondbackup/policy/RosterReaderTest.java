package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.handler.PolicyFiles;
import secondbackup.inventory.Arn;

/// The roster that is bundled, and what its schema cannot say.
class RosterReaderTest {
    private final SortedMap<String, String> files = PolicyFiles.read(Optional.empty());

    private Roster read() {
        return PolicyReader.read(files).roster();
    }

    private void roster(String principal, String trusts) {
        files.put(
                "roster.json",
                """
                {"why": "x", "principals": [
                  {"principal": "%s", "trusts": ["%s"], "owner": "x", "why": "x"}]}\
                """
                        .formatted(principal, trusts));
    }

    private static Arn vault(String resource) {
        return new Arn("arn:aws:iam::333333333333:" + resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role/second-backup-vault-reader",
                "role/second-backup-member-survey",
                "role/second-backup-recovery",
                "role/AWSBackup-second-backup-recovery",
                "role/second-backup-tripwires",
                "role/OrganizationAccountAccessRole",
                "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup",
                "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_SecondBackupVault_0a1b2c3d",
                "user/recovery/first.person",
                "user/recovery/second.person"
            })
    void namesWhomOurStacksMakeAndWhoRecovers(String resource) {
        assertThat(read().names(vault(resource))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role/second-backup-evil",
                "role/second-backup-copy",
                "role/Administrator",
                "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AWSAdministratorAccess_0a1b2c",
                "role/aws-reserved/iam.amazonaws.com/AWSServiceRoleForBackup",
                "user/recovery/third.person",
                "user/first.person",
                "user/Administrator"
            })
    void namesNobodyElse(String resource) {
        assertThat(read().names(vault(resource))).isFalse();
    }

    @Test
    void fillsInTheNamesOfTheEstateOnceForEachPerson() {
        assertThat(read().entries())
                .contains(
                        new Roster.Entry(
                                "role/second-backup-vault-reader", List.of("222222222222")),
                        new Roster.Entry(
                                "role/OrganizationAccountAccessRole", List.of("111111111111")),
                        new Roster.Entry("user/recovery/first.person", List.of()),
                        new Roster.Entry("user/recovery/second.person", List.of()));
    }

    @Test
    void namesNoPersonWhereTheEstateHasNoRecovery() {
        files.computeIfPresent(
                "estate.json",
                (_, text) -> text.replaceFirst("(?s)\"recovery\": \\{.*?\\]\\s*\\},", ""));

        assertThat(read().entries())
                .extracting(Roster.Entry::principal)
                .noneMatch(principal -> principal.startsWith("user/"));
    }

    @Test
    void refusesANameThatTheEstateDoesNotHave() {
        roster("role/${copyRole}", "${vaultAccount}");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadPolicies.class)
                .hasMessageContainingAll(
                        "2 problems",
                        "roster.json /principals/0: '${copyRole}': expected one of [controlAccount,"
                                + " managementAccount, person, surveyRole, vaultReaderRole]",
                        "roster.json /principals/0: '${vaultAccount}': expected one of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "11111111111",
                "arn:aws:iam::111111111111:root",
                "saml-provider/*",
                "saml-provider/",
                "backup.amazonaws.com",
                "service/*",
                "service/.amazonaws.com.example.com"
            })
    void refusesARoleThatMayLetInAnybody(String trusts) {
        roster("role/reader", trusts);

        assertThatThrownBy(this::read)
                .hasMessageContainingAll("1 problem", "roster.json /principals/0/trusts/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111111111111",
                "${managementAccount}",
                "saml-provider/AWSSSO_*",
                "oidc-provider/token.actions.githubusercontent.com",
                "service/backup.amazonaws.com",
                "service/*.amazonaws.com"
            })
    void takesAccountsProvidersAndServices(String trusts) {
        roster("role/reader", trusts);

        assertThat(read().entries()).hasSize(1);
    }
}
