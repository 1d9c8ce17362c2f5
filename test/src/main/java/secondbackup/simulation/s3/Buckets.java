package secondbackup.simulation.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.SdkBytes;

/// The buckets of all accounts. A name exists once in the world.
public final class Buckets {
    /// One version of an object.
    ///
    /// @param id `null` where the bucket keeps no versions
    /// @param headers what the object was put with, such as its type and its own metadata
    public record Version(
            String key,
            String id,
            SdkBytes content,
            String etag,
            String crc32,
            Instant lastModified,
            SequencedMap<String, String> headers) {
        public long size() {
            return content.asByteArrayUnsafe().length;
        }
    }

    /// One bucket.
    public static final class Bucket {
        public final String name;
        public final String account;
        public final String region;

        /// JSON, or empty.
        public String policy = "";

        public boolean versioned;

        /// Whether Amazon S3 sends events of it to the default bus of its account and Region.
        public boolean eventBridge;

        /// Versions of each key, the newest first.
        final NavigableMap<String, List<Version>> objects = new TreeMap<>();

        public Bucket(String name, String account, String region) {
            this.name = name;
            this.account = account;
            this.region = region;
        }

        public String arn() {
            return "arn:aws:s3:::" + name;
        }

        public List<String> keys() {
            return List.copyOf(objects.keySet());
        }

        /// Versions of an object, the newest first; empty where there is none.
        public List<Version> versions(String key) {
            return objects.getOrDefault(key, List.of());
        }

        public Optional<Version> newest(String key) {
            return versions(key).stream().findFirst();
        }

        public Optional<Version> version(String key, String id) {
            return versions(key).stream().filter(version -> version.id().equals(id)).findFirst();
        }

        /// Removes an object with all its versions, as a lifecycle rule or a hand would.
        public void remove(String key) {
            objects.remove(key);
        }
    }

    private final TreeMap<String, Bucket> byName = new TreeMap<>();
    private final List<BiConsumer<Bucket, Version>> listeners = new ArrayList<>();

    /// Hears of every object that was put into a bucket that sends events.
    public void listen(BiConsumer<Bucket, Version> listener) {
        listeners.add(listener);
    }

    void created(Bucket bucket, Version version) {
        if (bucket.eventBridge) {
            listeners.forEach(listener -> listener.accept(bucket, version));
        }
    }

    public void put(Bucket bucket) {
        byName.put(bucket.name, bucket);
    }

    public void remove(String name) {
        byName.remove(name);
    }

    public Optional<Bucket> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Bucket> all() {
        return List.copyOf(byName.values());
    }
}
