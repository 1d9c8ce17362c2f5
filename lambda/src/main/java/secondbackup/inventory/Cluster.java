package secondbackup.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// One Aurora cluster.
///
/// @param status as RDS says it, such as `available`
/// @param sizeBytes size of its volume, empty where CloudWatch knew none
/// @param sizes of its volume in the last days, oldest first, as far as CloudWatch knew them
public record Cluster(
        ClusterId id,
        String engine,
        String engineVersion,
        String status,
        Instant createdAt,
        Encryption encryption,
        SortedMap<String, String> tags,
        OptionalLong sizeBytes,
        List<VolumeSize> sizes) {
    private static final String RESTORE_TEST = "awsbackup-restore-test";
    private static final Duration RESTORE_TEST_AGE_MAX = Duration.ofDays(9);

    public Cluster {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        sizes = sizes.stream().sorted(Comparator.comparing(VolumeSize::day)).toList();
    }

    /// Nothing is known of its past sizes.
    public Cluster(
            ClusterId id,
            String engine,
            String engineVersion,
            String status,
            Instant createdAt,
            Encryption encryption,
            SortedMap<String, String> tags,
            OptionalLong sizeBytes) {
        this(id, engine, engineVersion, status, createdAt, encryption, tags, sizeBytes, List.of());
    }

    /// The same cluster, with what CloudWatch knows of its volume.
    public Cluster sized(OptionalLong bytes, List<VolumeSize> days) {
        return new Cluster(
                id, engine, engineVersion, status, createdAt, encryption, tags, bytes, days);
    }

    /// Whether it lives in this account.
    public boolean livesWith(AccountId account) {
        return id.account().equals(account);
    }

    /// Whether AWS Backup's restore testing made it. AWS's own plans leave such clusters out by tag or name
    /// prefix, and anybody can set either, so it is believed only for as long as a test can last: a start
    /// window and a validation window of 168 hours each at most, less than nine days in practice.
    ///
    /// Source: AWS Backup Developer Guide, "Restore testing", read 2026-11-22.
    public boolean restoreTest(Instant now) {
        return markedAsRestoreTest() && createdAt.plus(RESTORE_TEST_AGE_MAX).isAfter(now);
    }

    /// Whether AWS Backup's plans pass it over, however old it is.
    public boolean markedAsRestoreTest() {
        return id.name().startsWith(RESTORE_TEST) || tags.containsKey(RESTORE_TEST);
    }
}
