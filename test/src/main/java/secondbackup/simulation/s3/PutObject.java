package secondbackup.simulation.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;
import secondbackup.simulation.wire.Refusal;

/// Source: Amazon S3 API Reference, "PutObject", and User Guide, "How to prevent object overwrites with
/// conditional writes", read 2026-11-22.
record PutObject(Buckets buckets, Chance chance, InstantSource time) implements BucketOperation {

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<AccessRequest> rights(Buckets.Bucket bucket, Ask ask) {
        return List.of(AccessRequest.of("s3:PutObject", ask.target().arn()));
    }

    @Override
    public HttpAnswer answer(Buckets.Bucket bucket, Ask ask, Call call) {
        var key = ask.target().key();
        var condition = ask.question().header("If-None-Match");
        if (!condition.isEmpty() && !condition.equals("*")) {
            throw S3Errors.refusal(Refusal.NOT_IMPLEMENTED, "If-None-Match " + condition);
        }
        if (!condition.isEmpty() && bucket.newest(key).isPresent()) {
            throw S3Errors.preconditionFailed();
        }
        var version = version(bucket, key, ask.question());
        var versions = new ArrayList<>(bucket.versioned ? bucket.versions(key) : List.of());
        versions.addFirst(version);
        bucket.objects.put(key, List.copyOf(versions));
        buckets.created(bucket, version);
        var answer =
                HttpAnswer.empty(200)
                        .with("ETag", version.etag())
                        .with("x-amz-checksum-crc32", version.crc32())
                        .with("x-amz-checksum-type", "FULL_OBJECT");
        return bucket.versioned ? answer.with("x-amz-version-id", version.id()) : answer;
    }

    private Buckets.Version version(Buckets.Bucket bucket, String key, HttpQuestion question) {
        var upload = Upload.of(question);
        var number = bucket.versions(key).size();
        return new Buckets.Version(
                key,
                bucket.versioned ? chance.hex(32, "version", bucket.name, key, number) : "null",
                upload.content(),
                "\"" + md5(upload.content().asByteArrayUnsafe()) + "\"",
                upload.crc32(),
                time.instant(),
                kept(question));
    }

    private static SequencedMap<String, String> kept(HttpQuestion question) {
        var kept = new TreeMap<String, String>();
        for (var name : question.headers().keySet()) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("content-type") || lower.startsWith("x-amz-meta-")) {
                kept.put(lower, question.header(name));
            }
        }
        return kept;
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
