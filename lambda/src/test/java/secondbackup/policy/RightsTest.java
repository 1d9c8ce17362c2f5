package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import secondbackup.handler.PolicyFiles;

/// How far the rights in `policies/rights` reach.
class RightsTest {
    private static final String FILES = "arn:aws:s3:::${reportBucket}/";

    @Test
    void letNobodyBecomeARoleOutsideTheOrganization() {
        assertThat(allowing("sts:AssumeRole").filter(statement -> names(statement, "iam::*")))
                .hasSize(2)
                .allMatch(statement ->
                        statement
                                .at("/Condition/StringEquals/aws:ResourceOrgID")
                                .asText()
                                .equals("${organization}"));
    }

    @Test
    void letEachLambdaWriteItsOwnFilesOnly() {
        assertThat(allowing("s3:PutObject").flatMap(RightsTest::resources))
                .containsExactlyInAnyOrder(
                        FILES + "sweeps/*/manifest.json",
                        FILES + "sweeps/*/inventory/*",
                        FILES + "inventory/*",
                        FILES + "orders/*",
                        FILES + "reports/*");
    }

    /// A key that a request does not have must not open what is denied.
    @Test
    void denyGrantsToBeTakenAlsoWhereTheRequestDoesNotSayWhoseTheyAre() {
        var taken =
                statements("vault/key-policy.json", "/policy/Statement")
                        .filter(statement -> names(statement, "kms:RevokeGrant"));
        assertThat(taken)
                .hasSize(1)
                .allMatch(statement -> statement.toString().contains("BoolIfExists"));
    }

    private static Stream<JsonNode> allowing(String action) {
        return PolicyFiles.read(Optional.empty()).keySet().stream()
                .filter(name -> name.startsWith("rights/"))
                .flatMap(name -> statements(name, "/policy/Statement"))
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> names(statement, action));
    }

    private static boolean names(JsonNode statement, String text) {
        return statement.toString().contains(text);
    }

    private static Stream<String> resources(JsonNode statement) {
        return PolicyDocuments.texts(statement.path("Resource")).stream();
    }

    private static Stream<JsonNode> statements(String file, String at) {
        try {
            var text = PolicyFiles.read(Optional.empty()).get(file);
            return PolicyDocuments.list(new ObjectMapper().readTree(text).at(at)).stream();
        } catch (JsonProcessingException bad) {
            throw new IllegalStateException(file, bad);
        }
    }
}
