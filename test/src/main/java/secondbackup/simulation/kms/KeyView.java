package secondbackup.simulation.kms;

import software.amazon.awssdk.services.kms.model.CustomerMasterKeySpec;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.OriginType;

/// How keys look through the KMS API: symmetric ones of one Region.
///
/// Source: AWS KMS API model, KeyMetadata, 2026-11-22.
final class KeyView {
    private KeyView() {}

    @SuppressWarnings("deprecation") // AWS answers the old field beside KeySpec.
    static KeyMetadata metadata(Keys.Key key) {
        return KeyMetadata.builder()
                .awsAccountId(key.account)
                .keyId(key.id)
                .arn(key.arn())
                .creationDate(key.createdAt)
                .description(key.description)
                .enabled(key.state == Keys.State.ENABLED)
                .keyState(state(key.state))
                .deletionDate(key.deletionAt)
                .keyManager(
                        key.manager == Keys.Manager.AWS
                                ? KeyManagerType.AWS
                                : KeyManagerType.CUSTOMER)
                .keyUsage(KeyUsageType.ENCRYPT_DECRYPT)
                .keySpec(KeySpec.SYMMETRIC_DEFAULT)
                .customerMasterKeySpec(CustomerMasterKeySpec.SYMMETRIC_DEFAULT)
                .origin(OriginType.AWS_KMS)
                .encryptionAlgorithms(EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT)
                .multiRegion(false)
                .build();
    }

    static KeyState state(Keys.State state) {
        return switch (state) {
            case ENABLED -> KeyState.ENABLED;
            case DISABLED -> KeyState.DISABLED;
            case PENDING_DELETION -> KeyState.PENDING_DELETION;
        };
    }
}
