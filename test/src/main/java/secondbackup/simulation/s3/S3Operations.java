package secondbackup.simulation.s3;

import java.time.InstantSource;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.Operations;

/// Amazon S3: PutObject, GetObject, HeadObject, ListObjectsV2 and ListObjectVersions.
public final class S3Operations {
    private final Buckets buckets;
    private final Chance chance;
    private final InstantSource time;

    public S3Operations(Buckets buckets, Chance chance, InstantSource time) {
        this.buckets = buckets;
        this.chance = chance;
        this.time = time;
    }

    public void register(Operations operations) {
        operations.byHand("s3", new S3Dialect(buckets, chance, time));
    }
}
