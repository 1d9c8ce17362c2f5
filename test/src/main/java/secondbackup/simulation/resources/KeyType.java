package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.kms.Keys;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.DisableKeyRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyResponse;
import software.amazon.awssdk.services.kms.model.DisableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyRotationResponse;
import software.amazon.awssdk.services.kms.model.EnableKeyRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyResponse;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationResponse;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyResponse;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionResponse;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.kms.model.TagResourceRequest;
import software.amazon.awssdk.services.kms.model.TagResourceResponse;
import software.amazon.awssdk.services.kms.model.UntagResourceRequest;
import software.amazon.awssdk.services.kms.model.UntagResourceResponse;
import software.amazon.awssdk.services.kms.model.UpdateKeyDescriptionRequest;
import software.amazon.awssdk.services.kms.model.UpdateKeyDescriptionResponse;

/// `AWS::KMS::Key`: a symmetric key for encryption. Its deletion is only scheduled, after `PendingWindowInDays`.
public final class KeyType implements ResourceType {
    private static final String BYPASS = "BypassPolicyLockoutSafetyCheck";

    private final Keys keys;

    public KeyType(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "AWS::KMS::Key";
    }

    /// What can only be written is recorded: AWS does not tell it, so it cannot drift.
    @Override
    public Shape shape() {
        return Shape.modelled("Description", "EnableKeyRotation", "Enabled", "KeyPolicy", "Tags")
                .recorded(BYPASS, "PendingWindowInDays", "RotationPeriodInDays")
                .within("Tags", "Key", "Value")
                .attributes("Arn", "KeyId");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var asked =
                CreateKeyRequest.builder()
                        .description(wanted.text("Description", ""))
                        .bypassPolicyLockoutSafetyCheck(wanted.flag(BYPASS));
        if (wanted.has("KeyPolicy")) {
            asked.policy(wanted.document("KeyPolicy"));
        }
        if (wanted.has("Tags")) {
            asked.tags(wanted.tags("Tags").entrySet().stream().map(KeyType::tag).toList());
        }
        var id = scene.call("kms", asked.build(), CreateKeyResponse.class).keyMetadata().keyId();
        Undo.unless(
                () -> switched(id, new Change(Properties.NONE, wanted), scene),
                () -> delete(id, wanted, scene));
        return made(id, scene);
    }

    private static Tag tag(Map.Entry<String, String> tag) {
        return Tag.builder().tagKey(tag.getKey()).tagValue(tag.getValue()).build();
    }

    private static Made made(String id, Scene scene) {
        return Made.of(id, Map.of("Arn", scene.arn("kms", "key/" + id), "KeyId", id));
    }

    private static void switched(String id, Change change, Scene scene) {
        if (change.of("EnableKeyRotation")) {
            rotation(id, change.after().flag("EnableKeyRotation"), scene);
        }
        if (change.of("Enabled")) {
            enabled(id, change.after().text("Enabled", "true").equals("true"), scene);
        }
    }

    private static void rotation(String id, boolean on, Scene scene) {
        if (on) {
            scene.call(
                    "kms",
                    EnableKeyRotationRequest.builder().keyId(id).build(),
                    EnableKeyRotationResponse.class);
        } else {
            scene.call(
                    "kms",
                    DisableKeyRotationRequest.builder().keyId(id).build(),
                    DisableKeyRotationResponse.class);
        }
    }

    private static void enabled(String id, boolean on, Scene scene) {
        if (on) {
            scene.call(
                    "kms", EnableKeyRequest.builder().keyId(id).build(), EnableKeyResponse.class);
        } else {
            scene.call(
                    "kms", DisableKeyRequest.builder().keyId(id).build(), DisableKeyResponse.class);
        }
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        if (change.of("KeyPolicy")) {
            scene.call(
                    "kms",
                    PutKeyPolicyRequest.builder()
                            .keyId(id)
                            .policy(change.after().document("KeyPolicy"))
                            .bypassPolicyLockoutSafetyCheck(change.after().flag(BYPASS))
                            .build(),
                    PutKeyPolicyResponse.class);
        }
        if (change.of("Description")) {
            scene.call(
                    "kms",
                    UpdateKeyDescriptionRequest.builder()
                            .keyId(id)
                            .description(change.after().text("Description", ""))
                            .build(),
                    UpdateKeyDescriptionResponse.class);
        }
        switched(id, change, scene);
        if (change.of("Tags")) {
            tags(id, change, scene);
        }
        return made(id, scene);
    }

    private static void tags(String id, Change change, Scene scene) {
        var after = change.after().tags("Tags");
        var gone = new ArrayList<>(change.before().tags("Tags").sequencedKeySet());
        gone.removeAll(after.sequencedKeySet());
        scene.call(
                "kms",
                UntagResourceRequest.builder().keyId(id).tagKeys(gone).build(),
                UntagResourceResponse.class);
        scene.call(
                "kms",
                TagResourceRequest.builder()
                        .keyId(id)
                        .tags(after.entrySet().stream().map(KeyType::tag).toList())
                        .build(),
                TagResourceResponse.class);
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        var key = keys.find(scene.arn("kms", "key/" + id));
        if (key.isEmpty() || key.get().state == Keys.State.PENDING_DELETION) {
            return;
        }
        var asked = ScheduleKeyDeletionRequest.builder().keyId(id);
        if (last.has("PendingWindowInDays")) {
            asked.pendingWindowInDays((int) last.number("PendingWindowInDays"));
        }
        scene.call("kms", asked.build(), ScheduleKeyDeletionResponse.class);
    }

    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        return keys.find(scene.arn("kms", "key/" + id))
                .filter(key -> key.state != Keys.State.PENDING_DELETION)
                .map(KeyType::read);
    }

    private static ObjectNode read(Keys.Key key) {
        var read =
                Reading.begun()
                        .put("Enabled", key.state == Keys.State.ENABLED)
                        .put("EnableKeyRotation", key.rotates);
        Reading.text(read, "Description", key.description);
        Reading.document(read, "KeyPolicy", key.policy);
        Reading.tagList(read, "Tags", key.tags);
        return read;
    }
}
