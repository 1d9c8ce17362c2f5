package secondbackup.simulation.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HttpAnswer;

/// GetObject, and HeadObject, which is the same without the content.
///
/// Who may not list the bucket is refused where the object is missing, instead of being told so.
///
/// Source: Amazon S3 API Reference, "GetObject", Permissions and `If-None-Match` (304 where the entity tag is the same), read
/// 2026-11-27.
record GetObject() implements BucketOperation {
    private static final int NOT_MODIFIED = 304;

    @Override
    public List<String> parameters() {
        return List.of("versionId");
    }

    @Override
    public List<AccessRequest> rights(Buckets.Bucket bucket, Ask ask) {
        var rights = new ArrayList<AccessRequest>();
        var action = ask.value("versionId").isEmpty() ? "s3:GetObject" : "s3:GetObjectVersion";
        rights.add(AccessRequest.of(action, ask.target().arn()));
        if (find(bucket, ask).isEmpty()) {
            rights.add(AccessRequest.of("s3:ListBucket", bucket.arn()));
        }
        return rights;
    }

    @Override
    public HttpAnswer answer(Buckets.Bucket bucket, Ask ask, Call call) {
        var version = find(bucket, ask).orElseThrow(() -> missing(bucket, ask));
        if (version.etag().equals(ask.question().header("If-None-Match"))) {
            return HttpAnswer.empty(NOT_MODIFIED).with("ETag", version.etag());
        }
        var answer = HttpAnswer.empty(200).holding(version.content().asByteArrayUnsafe());
        for (var header : version.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        answer = answer.with("ETag", version.etag()).with("Last-Modified", modified(version));
        if (ask.question().header("x-amz-checksum-mode").equalsIgnoreCase("ENABLED")) {
            answer =
                    answer.with("x-amz-checksum-crc32", version.crc32())
                            .with("x-amz-checksum-type", "FULL_OBJECT");
        }
        return bucket.versioned ? answer.with("x-amz-version-id", version.id()) : answer;
    }

    private static Optional<Buckets.Version> find(Buckets.Bucket bucket, Ask ask) {
        var key = ask.target().key();
        var version = ask.value("versionId");
        return version.isEmpty() ? bucket.newest(key) : bucket.version(key, version);
    }

    private static RuntimeException missing(Buckets.Bucket bucket, Ask ask) {
        return bucket.newest(ask.target().key()).isPresent()
                ? S3Errors.noSuchVersion()
                : S3Errors.noSuchKey();
    }

    private static String modified(Buckets.Version version) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                version.lastModified().atOffset(ZoneOffset.UTC));
    }
}
