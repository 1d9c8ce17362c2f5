package secondbackup.simulation.kms;

import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.OriginType;

/// New keys: symmetric, for encryption, of one Region, with material of AWS KMS's own. Others are refused here.
///
/// Source: AWS KMS API model, CreateKeyRequest ("If you do not provide a key policy, AWS KMS attaches a default key
/// policy"); AWS KMS Developer Guide, "kms:BypassPolicyLockoutSafetyCheck"; read 2026-11-27.
final class KeyMaking {
    private final Keys keys;
    private final KeyPolicyWrites policies;
    private final Chance chance;
    private final SimulatedTime time;

    KeyMaking(Keys keys, KeyPolicyWrites policies, Chance chance, SimulatedTime time) {
        this.keys = keys;
        this.policies = policies;
        this.chance = chance;
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(CreateKeyRequest.class, (asked, _) -> creating(asked), this::create);
    }

    private static List<AccessRequest> creating(CreateKeyRequest asked) {
        var rights = new ArrayList<AccessRequest>();
        rights.add(
                AccessRequest.of("kms:CreateKey", "*")
                        .with(KeyPolicyWrites.BYPASS, String.valueOf(bypassed(asked))));
        if (asked.hasTags()) {
            rights.add(AccessRequest.of("kms:TagResource", "*"));
        }
        return rights;
    }

    private static boolean bypassed(CreateKeyRequest asked) {
        return Boolean.TRUE.equals(asked.bypassPolicyLockoutSafetyCheck());
    }

    private CreateKeyResponse create(CreateKeyRequest asked, Call call) {
        refuseOthers(asked);
        var there = keys.in(call.account(), call.region()).size();
        var id =
                keys.newId(
                        call.account(),
                        call.region(),
                        () ->
                                chance.uuid(
                                        "key",
                                        call.account(),
                                        call.region(),
                                        time.instant(),
                                        there));
        var standard = KeyPolicies.standard(call.account());
        var key = new Keys.Key(call.account(), call.region(), id, Keys.Manager.CUSTOMER, standard);
        if (asked.policy() != null) {
            policies.set(key, asked.policy(), bypassed(asked), call);
        }
        key.description = asked.description() == null ? "" : asked.description();
        key.createdAt = time.instant();
        asked.tags().forEach(tag -> key.tags.put(tag.tagKey(), tag.tagValue()));
        keys.put(key);
        return CreateKeyResponse.builder().keyMetadata(KeyView.metadata(key)).build();
    }

    private static void refuseOthers(CreateKeyRequest asked) {
        var spec = asked.keySpec() == null ? KeySpec.SYMMETRIC_DEFAULT : asked.keySpec();
        var origin = asked.origin() == null ? OriginType.AWS_KMS : asked.origin();
        if (spec != KeySpec.SYMMETRIC_DEFAULT
                || origin != OriginType.AWS_KMS
                || Boolean.TRUE.equals(asked.multiRegion())) {
            throw new AwsError(
                    400, "UnsupportedOperationException", "Such a key is not simulated: " + asked);
        }
    }
}
