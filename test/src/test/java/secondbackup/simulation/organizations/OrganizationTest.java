package secondbackup.simulation.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.simulation.organizations.Organization.AccountState;

class OrganizationTest {
    private static final String HOME = "111111111111";
    private static final String FULL = Organization.FULL_ACCESS;

    private final Organization organization = organization();

    private static Organization organization() {
        var at = Instant.parse("2026-01-01T00:00:00Z");
        var organization = Organization.founded("o-exampleorgid", "999999999999", at);
        organization.unit("ou-root-apps", "Apps", "r-root");
        organization.unit("ou-root-shop", "Shop", "ou-root-apps");
        organization.join(HOME, "home", "ou-root-shop", at);
        return organization;
    }

    @Test
    void everyLevelHasItsOwnPolicies() {
        organization.policies.put("ou-root-apps", List.of(FULL, "second"));
        organization.policies.remove("ou-root-shop");
        assertThat(organization.serviceControlPolicies(HOME))
                .containsExactly(List.of(FULL), List.of(FULL, "second"), List.of(), List.of(FULL));
    }

    @Test
    void nothingBindsTheManagementAccountOrStrangers() {
        assertThat(organization.serviceControlPolicies("999999999999")).isEmpty();
        assertThat(organization.serviceControlPolicies("333333333333")).isEmpty();
        assertThat(organization.organization("333333333333")).isEmpty();
        assertThat(organization.organizationPath("333333333333")).isEmpty();
    }

    @Test
    void pathNamesTheUnitsFromTheRootDown() {
        assertThat(organization.organizationPath(HOME))
                .isEqualTo("o-exampleorgid/r-root/ou-root-apps/ou-root-shop/");
        assertThat(organization.organizationPath("999999999999"))
                .isEqualTo("o-exampleorgid/r-root/");
        assertThat(organization.organization(HOME)).isEqualTo("o-exampleorgid");
    }

    @Test
    void accountBelowAMissingUnitIsAMistake() {
        organization.units.remove("ou-root-apps");
        assertThatThrownBy(() -> organization.serviceControlPolicies(HOME))
                .hasMessageContaining("no unit ou-root-apps");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, true",
        "ap-northeast-3, true",
        "af-south-1, true",
        "ap-east-1, false",
        "moon-west-1, false",
        "'', false"
    })
    void answersInDefaultRegionsAndInThoseOptedInTo(String region, boolean answers) {
        organization.account(HOME).orElseThrow().enabledRegions.add("af-south-1");
        organization.account(HOME).orElseThrow().enabledRegions.add("moon-west-1");
        assertThat(organization.regionEnabled(HOME, region)).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, true",
        "PENDING_CLOSURE, true",
        "PENDING_ACTIVATION, false",
        "SUSPENDED, false",
        "CLOSED, false"
    })
    void answersOnlyForLivingAccounts(AccountState state, boolean answers) {
        organization.account(HOME).orElseThrow().state = state;
        assertThat(organization.regionEnabled(HOME, "us-east-1")).isEqualTo(answers);
        assertThat(organization.regionEnabled("333333333333", "us-east-1")).isFalse();
    }
}
