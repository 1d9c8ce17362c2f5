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
import secondbackup.simulation.kms.Keys;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.CreateAliasResponse;
import software.amazon.awssdk.services.kms.model.DeleteAliasRequest;
import software.amazon.awssdk.services.kms.model.DeleteAliasResponse;
import software.amazon.awssdk.services.kms.model.UpdateAliasRequest;
import software.amazon.awssdk.services.kms.model.UpdateAliasResponse;

/// `AWS::KMS::Alias`.
public final class AliasType implements ResourceType {
    private final Keys keys;

    public AliasType(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "AWS::KMS::Alias";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("AliasName", "TargetKeyId")
                .required("AliasName", "TargetKeyId")
                .createOnly("AliasName");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var alias = wanted.text("AliasName");
        scene.call(
                "kms",
                CreateAliasRequest.builder()
                        .aliasName(alias)
                        .targetKeyId(wanted.text("TargetKeyId"))
                        .build(),
                CreateAliasResponse.class);
        return Made.of(alias, Map.of());
    }

    @Override
    public Made update(String alias, Change change, Scene scene) {
        scene.call(
                "kms",
                UpdateAliasRequest.builder()
                        .aliasName(alias)
                        .targetKeyId(change.after().text("TargetKeyId"))
                        .build(),
                UpdateAliasResponse.class);
        return Made.of(alias, Map.of());
    }

    @Override
    public void delete(String alias, Properties last, Scene scene) {
        if (find(alias, scene).isPresent()) {
            scene.call(
                    "kms",
                    DeleteAliasRequest.builder().aliasName(alias).build(),
                    DeleteAliasResponse.class);
        }
    }

    private Optional<Keys.Key> find(String alias, Scene scene) {
        return keys.byAlias(scene.account(), scene.region(), alias.replaceFirst("^alias/", ""));
    }

    /// The key is shown as the template names it: by id or by ARN.
    @Override
    public Optional<ObjectNode> read(String alias, Properties last, Scene scene) {
        return find(alias, scene)
                .map(key ->
                        Reading.begun()
                                .put("AliasName", alias)
                                .put(
                                        "TargetKeyId",
                                        last.text("TargetKeyId", "").startsWith("arn:")
                                                ? key.arn()
                                                : key.id));
    }
}
