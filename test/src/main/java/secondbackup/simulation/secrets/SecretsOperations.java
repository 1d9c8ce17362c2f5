package secondbackup.simulation.secrets;

import java.util.List;
import java.util.Map;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/// AWS Secrets Manager: GetSecretValue and DescribeSecret.
///
/// Source: AWS Secrets Manager API model, GetSecretValueRequest, and User Guide, "Access AWS Secrets
/// Manager secrets from a different account", read 2026-11-22.
public final class SecretsOperations {
    private final Secrets secrets;
    private final Keys keys;

    public SecretsOperations(Secrets secrets, Keys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    public void register(Operations operations) {
        operations.on(
                GetSecretValueRequest.class,
                (asked, call) -> rights("GetSecretValue", asked.secretId(), call),
                this::value);
        operations.on(
                DescribeSecretRequest.class,
                (asked, call) -> rights("DescribeSecret", asked.secretId(), call),
                this::description);
    }

    private List<AccessRequest> rights(String operation, String id, Call call) {
        var action = "secretsmanager:" + operation;
        var secret = secrets.find(call.account(), call.region(), id);
        if (secret.isPresent()) {
            var found = secret.get();
            return List.of(
                    AccessRequest.of(action, found.arn()).guardedBy(found.policy, found.account));
        }
        return List.of(
                AccessRequest.of(action, id.startsWith("arn:") ? id : call.arn("secret:" + id)));
    }

    private GetSecretValueResponse value(GetSecretValueRequest asked, Call call) {
        var secret = find(asked.secretId(), call);
        requireKey(secret, call);
        requireCurrent(secret, asked);
        return GetSecretValueResponse.builder()
                .arn(secret.arn())
                .name(secret.name)
                .versionId(secret.versionId)
                .versionStages("AWSCURRENT")
                .secretString(secret.text)
                .createdDate(secret.createdAt)
                .build();
    }

    private DescribeSecretResponse description(DescribeSecretRequest asked, Call call) {
        var secret = find(asked.secretId(), call);
        return DescribeSecretResponse.builder()
                .arn(secret.arn())
                .name(secret.name)
                .kmsKeyId(secret.keyArn.isEmpty() ? null : secret.keyArn)
                .createdDate(secret.createdAt)
                .versionIdsToStages(Map.of(secret.versionId, List.of("AWSCURRENT")))
                .build();
    }

    private Secrets.Secret find(String id, Call call) {
        return secrets.find(call.account(), call.region(), id)
                .orElseThrow(() ->
                        new AwsError(
                                400,
                                "ResourceNotFoundException",
                                "Secrets Manager can't find the specified secret."));
    }

    /// The account's own key cannot be used from another account.
    private void requireKey(Secrets.Secret secret, Call call) {
        var via = "secretsmanager." + secret.region + ".amazonaws.com";
        var may =
                secret.keyArn.isEmpty()
                        ? secret.account.equals(call.account())
                        : keys.use(call.caller(), secret.keyArn, List.of("kms:Decrypt"), via)
                                instanceof Decision.Allowed;
        if (!may) {
            throw new AwsError(400, "AccessDeniedException", "Access to KMS is not allowed");
        }
    }

    private static void requireCurrent(Secrets.Secret secret, GetSecretValueRequest asked) {
        var stage = asked.versionStage() == null ? "AWSCURRENT" : asked.versionStage();
        var version = asked.versionId() == null ? secret.versionId : asked.versionId();
        if (!stage.equals("AWSCURRENT") || !version.equals(secret.versionId)) {
            throw new AwsError(
                    400,
                    "ResourceNotFoundException",
                    "Secrets Manager can't find the specified secret value for staging label: "
                            + stage);
        }
    }
}
