package secondbackup.simulation.backup;

import secondbackup.simulation.rds.Clusters.Encryption;

/// What a copy will be encrypted with.
///
/// Source: AWS Backup Developer Guide, "Encryption for backups in AWS Backup", read 2026-11-22. Whether a copy
/// that stays in its account and Region changes its key is not said there.
final class CopyEncryption {
    private final CopyWorld world;

    CopyEncryption(CopyWorld world) {
        this.world = world;
    }

    Encryption of(CopyScene scene) {
        var encryption = scene.snapshot().encryption;
        return switch (encryption) {
            case NONE, SSE_KMS -> encryption;
            case SSE_RDS ->
                    rekeys(scene) && world.switches().defaultEncryptionRekeys()
                            ? Encryption.SSE_KMS
                            : encryption;
        };
    }

    /// ARN of the key; empty for none, or one that AWS owns.
    String keyArn(CopyScene scene) {
        return switch (of(scene)) {
            case NONE, SSE_RDS -> "";
            case SSE_KMS -> rekeys(scene) ? scene.target().keyArn : scene.snapshot().keyArn;
        };
    }

    /// Whether the target vault's key takes the place of the source's.
    boolean rekeys(CopyScene scene) {
        var job = scene.job();
        return job.crossesAccounts()
                || job.crossesRegions()
                || scene.intoAirGap()
                || scene.fromAirGap()
                || world.switches().rekeyInRegion();
    }
}
