package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.handler.PolicyFiles;

/// What an operator's session may do.
class SessionPolicyTest {
    private static final String[] FILES = {"survey-role.json", "vault-reader.json"};
    private final Rights rights = new Rights(PolicyFiles.read(Optional.empty()), Sample.estate());

    @Test
    void readsAndNothingElse() {
        assertThat(rights.actions(FILES))
                .isNotEmpty()
                .allMatch(action -> action.matches("[a-z]+:(Describe|Get|List).*"));
    }

    @Test
    void fitsIntoAnAssumeRoleWithEveryNameFilledIn() {
        var policy = rights.sessionPolicy(Sample.ACCOUNT, List.of("iam:GetRole"), FILES);

        assertThat(policy)
                .hasSizeLessThan(2048)
                .doesNotContain("${", "Sid")
                .contains(Sample.VAULT.value(), "iam:GetRole");
    }

    @Test
    void saysSoInsteadOfAskingForMoreThanAwsTakes() {
        var many = Collections.nCopies(1, "rds:Describe" + "x".repeat(2000));

        assertThatThrownBy(() -> rights.sessionPolicy(Sample.ACCOUNT, many))
                .hasMessageContaining("AWS takes 2048");
    }

    @Test
    void fileThatIsMissingIsNamed() {
        var none = new Rights(new TreeMap<>(), Sample.estate());

        assertThatThrownBy(() -> none.actions("survey-role.json"))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("rights/survey-role.json");
    }
}
