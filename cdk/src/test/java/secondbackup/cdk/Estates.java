package secondbackup.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.SortedMap;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.assertions.Template;

/// The example estate of `policies/`, as it is and changed.
public final class Estates {
    private Estates() {}

    public static SortedMap<String, String> files() {
        return SecondBackupApp.files(Path.of("..", "policies"));
    }

    public static Parts example() {
        return Parts.of(files());
    }

    /// The example with parts of `estate.json` replaced.
    ///
    /// @param pairs what is there, and what takes its place, one after the other
    public static Parts changed(String... pairs) {
        var files = files();
        for (var index = 0; index < pairs.length; index += 2) {
            var before = pairs[index];
            var after = pairs[index + 1];
            files.computeIfPresent(
                    "estate.json",
                    (_, text) -> {
                        assertThat(text).contains(before);
                        return text.replace(before, after);
                    });
        }
        return Parts.of(files);
    }

    /// A resource of a template.
    public static JsonNode resource(Template template, String logicalId) {
        return new ObjectMapper().valueToTree(template.toJSON()).path("Resources").path(logicalId);
    }

    /// The statement of a policy document with this id.
    public static JsonNode statement(JsonNode document, String id) {
        for (var statement : document.path("Statement")) {
            if (statement.path("Sid").asText().equals(id)) {
                return statement;
            }
        }
        throw new AssertionError("no statement " + id + " in " + document);
    }

    /// The example with its vault air-gapped.
    public static Parts airGapped() {
        return changed(
                "\"kind\": \"locked\"",
                "\"kind\": \"air-gapped\"",
                ",\n      \"mode\": \"governance\"",
                "",
                "\"targets\"",
                "\"complianceLock\": \"NOBODY CAN UNDO THIS, NOT EVEN AWS\",\n  \"targets\"");
    }

    /// The example with its lock in compliance mode.
    public static Parts compliance(int graceDays) {
        return changed(
                "\"mode\": \"governance\"",
                "\"mode\": \"compliance\", \"graceDays\": " + graceDays,
                "\"targets\"",
                "\"complianceLock\": \"NOBODY CAN UNDO THIS, NOT EVEN AWS\",\n  \"targets\"");
    }

    /// The example with two vaults in its vault account.
    public static Parts twoVaults() {
        var vault =
                """
                    "arn": "arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup%s",
                      "kind": "locked",
                      "key": "arn:aws:kms:eu-central-1:333333333333:key/11111111-2222-3333-4444-55555555555%s",
                      "retentionMinDays": 7,
                      "retentionMaxDays": 400,
                      "copySlots": 5,
                      "mode": "governance"
                """;
        var files = files();
        files.computeIfPresent(
                "estate.json",
                (_, text) ->
                        text.replaceFirst(
                                "(?s)\"vaults\": \\[.*?\n  \\]",
                                "\"vaults\": [{"
                                        + vault.formatted("", "5")
                                        + "}, {"
                                        + vault.formatted("-b", "6")
                                        + "}]"));
        return Parts.of(files);
    }
}
