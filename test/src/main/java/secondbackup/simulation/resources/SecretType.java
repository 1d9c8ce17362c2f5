package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.secrets.Secrets;
import secondbackup.simulation.wire.AwsError;

/// `AWS::SecretsManager::Secret`. No template holds a secret: `SecretString` and its generation are unknown here, so the
/// secret is empty until somebody writes it.
///
/// Source: AWS Secrets Manager API Reference, "CreateSecret" (`ResourceExistsException`), read 2026-11-27.
public final class SecretType implements ResourceType {
    private static final int NAME_MOST = 64;

    private final Secrets secrets;

    public SecretType(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "AWS::SecretsManager::Secret";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("KmsKeyId", "Name")
                .recorded("Description", "Tags")
                .createOnly("Name")
                .within("Tags", "Key", "Value")
                .attributes("Id");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name = wanted.has("Name") ? wanted.text("Name") : scene.generatedName(NAME_MOST);
        scene.need(scene.arn("secretsmanager", "secret:" + name), "secretsmanager:CreateSecret");
        if (secrets.find(scene.account(), scene.region(), name).isPresent()) {
            throw new AwsError(
                    400,
                    "ResourceExistsException",
                    "The operation failed because the secret " + name + " already exists.");
        }
        var key = new Object[] {"secret", scene.stackId(), scene.logicalId(), scene.attempt()};
        var secret =
                new Secrets.Secret(
                        scene.account(),
                        scene.region(),
                        name,
                        scene.chance().hex(6, key),
                        scene.time().instant(),
                        scene.chance().uuid(key),
                        "");
        secret.keyArn = wanted.text("KmsKeyId", "");
        secrets.put(secret);
        return Made.of(secret.arn(), Map.of("Id", secret.arn()));
    }

    @Override
    public Made update(String arn, Change change, Scene scene) {
        var secret =
                find(arn, scene)
                        .orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "ResourceNotFoundException",
                                        "Secrets Manager can't find the specified secret."));
        need("secretsmanager:UpdateSecret", secret, scene);
        secret.keyArn = change.after().text("KmsKeyId", "");
        return Made.of(arn, Map.of("Id", arn));
    }

    private static void need(String action, Secrets.Secret secret, Scene scene) {
        scene.need(AccessRequest.of(action, secret.arn()).guardedBy(secret.policy, secret.account));
    }

    private Optional<Secrets.Secret> find(String arn, Scene scene) {
        return secrets.find(scene.account(), scene.region(), arn);
    }

    @Override
    public void delete(String arn, Properties last, Scene scene) {
        var secret = find(arn, scene);
        if (secret.isPresent()) {
            need("secretsmanager:DeleteSecret", secret.get(), scene);
            secrets.remove(secret.get());
        }
    }

    @Override
    public Optional<ObjectNode> read(String arn, Properties last, Scene scene) {
        return find(arn, scene).map(SecretType::read);
    }

    private static ObjectNode read(Secrets.Secret secret) {
        var read = Reading.begun().put("Name", secret.name);
        Reading.text(read, "KmsKeyId", secret.keyArn);
        return read;
    }
}
