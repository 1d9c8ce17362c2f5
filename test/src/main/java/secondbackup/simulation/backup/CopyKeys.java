package secondbackup.simulation.backup;

import java.util.List;
import java.util.Optional;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters.Encryption;

/// Whether a copy's encryption works out: the source's key must let the copier read, the target vault's
/// key must let it write.
///
/// Source: AWS Backup Developer Guide, "Encryption for backups in AWS Backup" and "Logically air-gapped
/// vault"; Amazon Aurora User Guide, "Sharing encrypted snapshots", read 2026-11-22.
final class CopyKeys {
    private static final List<String> GRANT = List.of("kms:DescribeKey", "kms:CreateGrant");
    private static final List<String> DECRYPT = List.of("kms:Decrypt");
    private static final List<String> RE_ENCRYPT = List.of("kms:ReEncryptFrom");

    private final CopyWorld world;
    private final CopyEncryption encryption;

    CopyKeys(CopyWorld world) {
        this.world = world;
        encryption = new CopyEncryption(world);
    }

    Optional<CopyFailure> find(CopyScene scene) {
        return kind(scene).or(() -> source(scene)).or(() -> target(scene));
    }

    /// Whether a key was closed while the copy ran. Rights matter no more: grants outlive them.
    Optional<CopyFailure> closed(CopyScene scene) {
        var sourceKey = scene.fromAirGap() ? "" : scene.snapshot().keyArn;
        if (!sourceKey.isEmpty() && !enabled(sourceKey)) {
            return Optional.of(sourceClosed(sourceKey));
        }
        var copyKey = encryption.keyArn(scene);
        return copyKey.isEmpty() || enabled(copyKey)
                ? Optional.empty()
                : Optional.of(CopyFailure.keyClosed());
    }

    private CopyFailure sourceClosed(String keyArn) {
        return CopyFailure.sourceKeyClosed(keyArn, world.switches().sourceKeyIsNotFound());
    }

    private boolean enabled(String keyArn) {
        return world.keys().find(keyArn).filter(key -> key.state == Keys.State.ENABLED).isPresent();
    }

    /// Aurora's encryption has three kinds, and not each can go everywhere. Of default encryption (a key
    /// that AWS owns) no page speaks; the refusal borrows the words for a copy that Aurora cannot do.
    private Optional<CopyFailure> kind(CopyScene scene) {
        if (scene.fromAirGap()) {
            return Optional.empty();
        }
        var elsewhere = scene.job().crossesAccounts();
        var refused =
                switch (scene.snapshot().encryption) {
                    case NONE -> scene.intoAirGap();
                    case SSE_RDS -> scene.intoAirGap() || (elsewhere && !defaultCopies());
                    case SSE_KMS -> false;
                };
        return refused ? Optional.of(CopyFailure.unsupported(scene.job())) : Optional.empty();
    }

    private boolean defaultCopies() {
        return world.switches().defaultEncryptionCopies();
    }

    private Optional<CopyFailure> source(CopyScene scene) {
        var snapshot = scene.snapshot();
        if (snapshot.encryption != Encryption.SSE_KMS || scene.fromAirGap()) {
            return Optional.empty();
        }
        if (!enabled(snapshot.keyArn)) {
            return Optional.of(sourceClosed(snapshot.keyArn));
        }
        var key = world.keys().find(snapshot.keyArn).orElseThrow();
        if (key.manager == Keys.Manager.AWS && !scene.sharedWith().isEmpty()) {
            return Optional.of(CopyFailure.managedKey());
        }
        var job = scene.job();
        if (!uses(CopyRole.principal(job), key, GRANT, job.region)) {
            return Optional.of(CopyFailure.keyClosed());
        }
        return job.crossesAccounts() && !reads(job, key)
                ? Optional.of(sourceClosed(snapshot.keyArn))
                : Optional.empty();
    }

    /// The receiver must be able to make grants on the key, and to take the data out from under it.
    private boolean reads(CopyJob job, Keys.Key key) {
        var receiver = CopyRole.receiver(job);
        return uses(receiver, key, GRANT, job.region)
                && (uses(receiver, key, RE_ENCRYPT, job.region)
                        || uses(receiver, key, DECRYPT, job.region));
    }

    /// The vault's key must be the customer's or Amazon RDS's own; it matters even to an unencrypted copy,
    /// as AWS Backup looks at the vault and not at what comes.
    private Optional<CopyFailure> target(CopyScene scene) {
        var vault = scene.target();
        var airGapOwned = scene.intoAirGap() && vault.keyArn.isEmpty();
        if (airGapOwned || !encryption.rekeys(scene)) {
            return Optional.empty();
        }
        var backupsOwn = vault.kind == Kind.BACKUP_VAULT && vault.keyArn.isEmpty();
        if (backupsOwn || (scene.job().crossesAccounts() && vault.name.equals("Default"))) {
            return Optional.of(CopyFailure.vaultUnderDefaultKey());
        }
        var key = world.keys().find(vault.keyArn);
        return key.isEmpty() ? Optional.of(CopyFailure.keyMissing()) : target(scene, key.get());
    }

    private Optional<CopyFailure> target(CopyScene scene, Keys.Key key) {
        var ofRds = key.alias.equals("aws/rds") && !scene.fromAirGap();
        if (key.manager == Keys.Manager.AWS && !ofRds) {
            return Optional.of(CopyFailure.vaultUnderDefaultKey());
        }
        var job = scene.job();
        var region = job.targetRegion();
        var writer = job.crossesAccounts() ? CopyRole.receiver(job) : CopyRole.principal(job);
        var works =
                uses(writer, key, GRANT, region)
                        && (!roleNeeds(scene) || uses(CopyRole.principal(job), key, GRANT, region));
        return works || encryption.of(scene) == Encryption.NONE
                ? Optional.empty()
                : Optional.of(CopyFailure.keyClosed());
    }

    /// For an air-gapped vault under a customer's key the copy role must have the keys of both sides. Of other
    /// vaults the guide says that the key is shared with the receiver, and AWS's examples admit the whole
    /// organization.
    private boolean roleNeeds(CopyScene scene) {
        return scene.intoAirGap()
                || (scene.job().crossesAccounts() && world.switches().copyRoleNeedsVaultKey());
    }

    private boolean uses(Principal principal, Keys.Key key, List<String> actions, String region) {
        var via = "rds." + region + ".amazonaws.com";
        return world.keys().use(principal, key.arn(), actions, via).allowed();
    }
}
