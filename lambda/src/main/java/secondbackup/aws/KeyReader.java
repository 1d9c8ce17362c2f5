package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.KeyView.Admission;
import secondbackup.policy.Estate;
import secondbackup.policy.KeyAdmission;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/// Reads the keys of clusters, each once, and whether they admit the vault account. A key of another account
/// keeps its policy to itself.
///
/// Source: AWS KMS API, `DescribeKey` and `GetKeyPolicy` ("Cross-account use: No"), read 2026-11-22.
final class KeyReader {
    private static final String CUSTOMER = "CUSTOMER";

    private final RegionalSession session;
    private final Estate estate;

    KeyReader(RegionalSession session, Estate estate) {
        this.session = session;
        this.estate = estate;
    }

    List<KeyView> read(List<Cluster> clusters) {
        return clusters.stream()
                .flatMap(KeyReader::key)
                .distinct()
                .sorted()
                .map(key ->
                        Attempt.orElse(
                                () -> read(key),
                                failure -> new KeyView.Unreadable(key, failure.cause())))
                .toList();
    }

    private static Stream<Arn> key(Cluster cluster) {
        return cluster.encryption() instanceof Encryption.Kms(var key)
                ? Stream.of(key)
                : Stream.of();
    }

    private KeyView read(Arn key) {
        var described = describe(session, key);
        var manager = orEmpty(described.keyManagerAsString());
        var state = orEmpty(described.keyStateAsString());
        if (!manager.equals(CUSTOMER)) {
            return new KeyView.Read(key, manager, state, Admission.REFUSES);
        }
        if (!key.accountText().equals(session.account().value())) {
            return new KeyView.Unreadable(key, "it belongs to account " + key.accountText());
        }
        var vaultAccount = estate.vaultOf(session.account()).account();
        var admission = KeyAdmission.of(policy(session, key), vaultAccount, estate.organization());
        return new KeyView.Read(key, manager, state, admission);
    }

    static KeyMetadata describe(RegionalSession session, Arn key) {
        return required(
                session.kms()
                        .describeKey(request ->
                                request.keyId(key.value()).overrideConfiguration(session.rights()))
                        .keyMetadata(),
                "DescribeKey.KeyMetadata");
    }

    static String policy(RegionalSession session, Arn key) {
        return required(
                session.kms()
                        .getKeyPolicy(request ->
                                request.keyId(key.value())
                                        .policyName("default")
                                        .overrideConfiguration(session.rights()))
                        .policy(),
                "GetKeyPolicy.Policy");
    }
}
