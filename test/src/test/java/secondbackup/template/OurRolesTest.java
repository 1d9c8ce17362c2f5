package secondbackup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;

/// Every role that our stacks make is one that the service control policies keep as it is.
final class OurRolesTest {
    private static final String ANY_ACCOUNT = "arn:aws:iam::*:role/";

    /// Names of the roles that some stacks make.
    private static List<String> made(Stream<String> stacks) {
        return stacks.map(Synthesis::template)
                .flatMap(template -> nodes(template.path("Resources")))
                .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::Role"))
                .map(role -> role.at("/Properties/RoleName").asText())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> nodes(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }

    /// Names of the roles that a statement is about.
    private static List<String> kept(String policy, String sid) {
        var statement =
                nodes(Synthesis.template("SecondBackupOrganization").path("Resources"))
                        .filter(resource ->
                                resource.at("/Properties/Name")
                                        .asText()
                                        .equals("second-backup-" + policy))
                        .flatMap(resource -> nodes(resource.at("/Properties/Content/Statement")))
                        .filter(each -> each.path("Sid").asText().equals(sid))
                        .toList();
        assertThat(statement).hasSize(1);
        return nodes(statement.getFirst().path("Resource"))
                .map(resource -> resource.asText().replace(ANY_ACCOUNT, ""))
                .toList();
    }

    @Test
    void nobodyChangesARoleThatOurStacksMakeInTheVaultAccount() {
        var stacks =
                Synthesis.stacks().stream()
                        .filter(stack -> stack.getAccount().equals(SmallWorld.VAULT))
                        .map(software.amazon.awscdk.Stack::getStackName);

        assertThat(kept("vault-account", "OurRolesStay"))
                .containsExactlyInAnyOrderElementsOf(made(stacks));
    }

    @Test
    void nobodyButStackSetsChangesARoleThatTheyMakeInAMemberAccount() {
        assertThat(kept("member-units", "OnlyStackSetsChangeOurRoles"))
                .containsExactlyInAnyOrderElementsOf(made(Stream.of("SecondBackupMemberRoles")));
    }
}
