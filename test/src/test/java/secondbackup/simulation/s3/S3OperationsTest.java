package secondbackup.simulation.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.Fault;
import secondbackup.simulation.wire.WireWorld;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3OperationsTest {
    private final WireWorld world = new WireWorld();
    private final Buckets buckets = new Buckets();
    private final Buckets.Bucket plain =
            new Buckets.Bucket("plain", WireWorld.ACCOUNT, "us-east-1");
    private final Buckets.Bucket versioned =
            new Buckets.Bucket("versioned", WireWorld.ACCOUNT, "us-east-1");
    private final S3Client s3 = world.client(S3Client.builder(), WireWorld.KEY);

    @BeforeEach
    void register() {
        versioned.versioned = true;
        buckets.put(plain);
        buckets.put(versioned);
        new S3Operations(buckets, new Chance(1), world.time).register(world.operations);
    }

    @Test
    void givesBackWhatWasPut() {
        var put =
                s3.putObject(
                        to ->
                                to.bucket("plain")
                                        .key("a/b +ü%.json")
                                        .contentType("text/json")
                                        .metadata(Map.of("why", "test")),
                        RequestBody.fromString("hello ü"));
        var got = s3.getObjectAsBytes(from -> from.bucket("plain").key("a/b +ü%.json"));
        assertThat(got.asUtf8String()).isEqualTo("hello ü");
        assertThat(got.response().eTag()).isEqualTo(put.eTag()).hasSize(34);
        assertThat(got.response().contentType()).isEqualTo("text/json");
        assertThat(got.response().metadata()).containsEntry("why", "test");
        assertThat(got.response().lastModified()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(put.versionId()).isNull();
        assertThat(plain.keys()).containsExactly("a/b +ü%.json");
    }

    @Test
    void understandsPathStyleToo() {
        var paths = world.client(S3Client.builder().forcePathStyle(true), WireWorld.KEY);
        paths.putObject(to -> to.bucket("plain").key("k/l"), RequestBody.fromString("x"));
        assertThat(s3.getObjectAsBytes(from -> from.bucket("plain").key("k/l")).asUtf8String())
                .isEqualTo("x");
    }

    @Test
    void carriesLargeAndEmptyObjects() {
        var large = "0123456789".repeat(40_000);
        put("plain", "large", large);
        put("plain", "empty", "");
        assertThat(get("plain", "large")).isEqualTo(large);
        assertThat(get("plain", "empty")).isEmpty();
    }

    @Test
    void keepsEveryVersionWhereVersionsAreKept() {
        var first =
                s3.putObject(to -> to.bucket("versioned").key("k"), RequestBody.fromString("1"));
        var second =
                s3.putObject(to -> to.bucket("versioned").key("k"), RequestBody.fromString("2"));
        assertThat(first.versionId()).isNotEqualTo(second.versionId()).hasSize(32);
        assertThat(get("versioned", "k")).isEqualTo("2");
        var old =
                GetObjectRequest.builder()
                        .bucket("versioned")
                        .key("k")
                        .versionId(first.versionId());
        assertThat(s3.getObjectAsBytes(old.build()).asUtf8String()).isEqualTo("1");
        var listed = s3.listObjectVersions(of -> of.bucket("versioned")).versions();
        assertThat(listed.stream().map(ObjectVersion::versionId))
                .containsExactly(second.versionId(), first.versionId());
        assertThat(listed.stream().map(ObjectVersion::isLatest)).containsExactly(true, false);
    }

    @Test
    void overwritesWhereNoVersionsAreKept() {
        put("plain", "k", "1");
        put("plain", "k", "2");
        assertThat(get("plain", "k")).isEqualTo("2");
        assertThat(s3.listObjectVersions(of -> of.bucket("plain")).versions()).hasSize(1);
    }

    @Test
    void putsOnlyOnceWhereAskedTo() {
        for (var bucket : List.of("plain", "versioned")) {
            s3.putObject(
                    to -> to.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("1"));
            var refused =
                    catchThrowableOfType(
                            S3Exception.class,
                            () ->
                                    s3.putObject(
                                            to -> to.bucket(bucket).key("k").ifNoneMatch("*"),
                                            RequestBody.fromString("2")));
            assertThat(refused.statusCode()).isEqualTo(412);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailed");
            assertThat(get(bucket, "k")).isEqualTo("1");
        }
    }

    @Test
    void aHeadHasEverythingButTheContent() {
        put("plain", "k", "four");
        assertThat(s3.headObject(of -> of.bucket("plain").key("k")).contentLength()).isEqualTo(4);
        assertThat(
                        catchThrowableOfType(
                                        NoSuchKeyException.class,
                                        () -> s3.headObject(of -> of.bucket("plain").key("other")))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingIsNamed() {
        put("versioned", "k", "1");
        assertThat(catchThrowableOfType(NoSuchKeyException.class, () -> get("plain", "k")))
                .hasMessageContaining("The specified key does not exist.");
        assertThat(catchThrowableOfType(NoSuchBucketException.class, () -> get("other", "k")))
                .hasMessageContaining("The specified bucket does not exist");
        var version =
                GetObjectRequest.builder().bucket("versioned").key("k").versionId("x").build();
        assertThat(
                        catchThrowableOfType(S3Exception.class, () -> s3.getObjectAsBytes(version))
                                .awsErrorDetails()
                                .errorCode())
                .isEqualTo("NoSuchVersion");
    }

    @Test
    void aBucketLivesInOneRegion() {
        var elsewhere = world.client(S3Client.builder(), WireWorld.KEY, "us-west-2");
        assertThat(
                        catchThrowableOfType(
                                        S3Exception.class,
                                        () -> elsewhere.listObjectsV2(of -> of.bucket("plain")))
                                .statusCode())
                .isEqualTo(301);
    }

    @Test
    void listsAThousandKeysAPage() {
        IntStream.range(0, 1001).forEach(number -> put("plain", "k%04d".formatted(number), "x"));
        var first = s3.listObjectsV2(of -> of.bucket("plain"));
        assertThat(first.contents()).hasSize(1000);
        assertThat(first.isTruncated()).isTrue();
        assertThat(
                        s3.listObjectsV2Paginator(of -> of.bucket("plain")).contents().stream()
                                .map(S3Object::key))
                .hasSize(1001)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void listsPrefixesAndWhatComesAfter() {
        List.of("a/1", "a/2", "a b/1", "b/1/2", "c", "d+é").forEach(key -> put("plain", key, "x"));
        assertThat(keys(ListObjectsV2Request.builder().prefix("a/"))).containsExactly("a/1", "a/2");
        assertThat(keys(ListObjectsV2Request.builder().startAfter("b/1/2")))
                .containsExactly("c", "d+é");
        assertThat(keys(ListObjectsV2Request.builder().prefix("x"))).isEmpty();
        var root = s3.listObjectsV2(of -> of.bucket("plain").delimiter("/"));
        assertThat(root.commonPrefixes().stream().map(CommonPrefix::prefix))
                .containsExactly("a b/", "a/", "b/");
        assertThat(root.contents().stream().map(S3Object::key)).containsExactly("c", "d+é");
        assertThat(root.keyCount()).isEqualTo(5);
        var pages = s3.listObjectsV2Paginator(of -> of.bucket("plain").delimiter("/").maxKeys(1));
        assertThat(pages.commonPrefixes().stream().map(CommonPrefix::prefix))
                .containsExactly("a b/", "a/", "b/");
    }

    @Test
    void pagesThroughVersions() {
        List.of("a", "b", "a", "c", "a").forEach(key -> put("versioned", key, "x"));
        var pages = s3.listObjectVersionsPaginator(of -> of.bucket("versioned").maxKeys(2));
        assertThat(pages.versions().stream().map(ObjectVersion::key))
                .containsExactly("a", "a", "a", "b", "c");
        assertThat(pages.stream().count()).isEqualTo(3);
    }

    @Test
    void whatIsNotKnownIsLoud() {
        put("plain", "k", "x");
        assertThat(
                        catchThrowableOfType(
                                        S3Exception.class,
                                        () -> s3.deleteObject(of -> of.bucket("plain").key("k")))
                                .statusCode())
                .isEqualTo(501);
        assertThat(
                        catchThrowableOfType(
                                        S3Exception.class,
                                        () ->
                                                s3.getObjectAsBytes(of ->
                                                        of.bucket("plain")
                                                                .key("k")
                                                                .range("bytes=0-1")))
                                .statusCode())
                .isEqualTo(501);
        assertThat(world.server.unanswered()).hasSize(2);
    }

    @Test
    void refusesInItsOwnForm() {
        var stranger = world.client(S3Client.builder(), "AKIAOTHER");
        assertThat(
                        catchThrowableOfType(
                                        S3Exception.class,
                                        () -> stranger.listObjectsV2(of -> of.bucket("plain")))
                                .awsErrorDetails()
                                .errorCode())
                .isEqualTo("InvalidAccessKeyId");
        world.server.faults().plan(Fault.first("one", Fault.Kind.THROTTLED, 1, _ -> true));
        assertThat(
                        catchThrowableOfType(
                                        S3Exception.class,
                                        () -> s3.listObjectsV2(of -> of.bucket("plain")))
                                .isThrottlingException())
                .isTrue();
        s3.listObjectsV2(of -> of.bucket("plain"));
    }

    private List<String> keys(ListObjectsV2Request.Builder asked) {
        return s3.listObjectsV2(asked.bucket("plain").build()).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private void put(String bucket, String key, String text) {
        s3.putObject(to -> to.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    private String get(String bucket, String key) {
        return s3.getObjectAsBytes(from -> from.bucket(bucket).key(key)).asUtf8String();
    }
}
