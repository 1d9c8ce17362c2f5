package secondbackup.simulation.kms;

import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.DisableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyRotationResponse;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationResponse;
import software.amazon.awssdk.services.kms.model.TagResourceRequest;
import software.amazon.awssdk.services.kms.model.TagResourceResponse;
import software.amazon.awssdk.services.kms.model.UntagResourceRequest;
import software.amazon.awssdk.services.kms.model.UntagResourceResponse;
import software.amazon.awssdk.services.kms.model.UpdateKeyDescriptionRequest;
import software.amazon.awssdk.services.kms.model.UpdateKeyDescriptionResponse;

/// Description, rotation and tags of keys.
///
/// Source: AWS KMS API model, UpdateKeyDescription, EnableKeyRotation, DisableKeyRotation, TagResource,
/// UntagResource, read 2026-11-27.
final class KeyDetails {
    private final KeyNames names;

    KeyDetails(Keys keys) {
        this.names = new KeyNames(keys, false, false);
    }

    void register(Operations operations) {
        operations.on(
                UpdateKeyDescriptionRequest.class,
                (asked, call) -> names.rights("kms:UpdateKeyDescription", asked.keyId(), call),
                this::describe);
        operations.on(
                EnableKeyRotationRequest.class,
                (asked, call) -> names.rights("kms:EnableKeyRotation", asked.keyId(), call),
                this::rotate);
        operations.on(
                DisableKeyRotationRequest.class,
                (asked, call) -> names.rights("kms:DisableKeyRotation", asked.keyId(), call),
                this::stopRotating);
        operations.on(
                TagResourceRequest.class,
                (asked, call) -> names.rights("kms:TagResource", asked.keyId(), call),
                this::tag);
        operations.on(
                UntagResourceRequest.class,
                (asked, call) -> names.rights("kms:UntagResource", asked.keyId(), call),
                this::untag);
    }

    private Keys.Key usable(String keyId, Call call) {
        var key = names.need(keyId, call);
        if (key.state == Keys.State.PENDING_DELETION) {
            throw KeyWrites.invalidState(key, "is pending deletion.");
        }
        return key;
    }

    private UpdateKeyDescriptionResponse describe(UpdateKeyDescriptionRequest asked, Call call) {
        usable(asked.keyId(), call).description = asked.description();
        return UpdateKeyDescriptionResponse.builder().build();
    }

    private EnableKeyRotationResponse rotate(EnableKeyRotationRequest asked, Call call) {
        usable(asked.keyId(), call).rotates = true;
        return EnableKeyRotationResponse.builder().build();
    }

    private DisableKeyRotationResponse stopRotating(DisableKeyRotationRequest asked, Call call) {
        usable(asked.keyId(), call).rotates = false;
        return DisableKeyRotationResponse.builder().build();
    }

    private TagResourceResponse tag(TagResourceRequest asked, Call call) {
        var key = usable(asked.keyId(), call);
        asked.tags().forEach(tag -> key.tags.put(tag.tagKey(), tag.tagValue()));
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(UntagResourceRequest asked, Call call) {
        asked.tagKeys().forEach(usable(asked.keyId(), call).tags::remove);
        return UntagResourceResponse.builder().build();
    }
}
