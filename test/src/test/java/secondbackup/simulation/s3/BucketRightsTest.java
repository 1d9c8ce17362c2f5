package secondbackup.simulation.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.WireWorld;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BucketRightsTest {
    private static final String OTHER = "222222222222";

    private final WireWorld world = new WireWorld();
    private final Buckets.Bucket bucket =
            new Buckets.Bucket("reports", WireWorld.ACCOUNT, "us-east-1");
    private final Roles.Role role = new Roles.Role(WireWorld.ACCOUNT, "reader", "AROAREADER", "{}");
    private final S3Client reader = world.client(S3Client.builder(), "ASIAREADER");
    private final S3Client stranger = world.client(S3Client.builder(), "AKIAOTHER");

    @BeforeEach
    void register() {
        var buckets = new Buckets();
        buckets.put(bucket);
        new S3Operations(buckets, new Chance(1), world.time).register(world.operations);
        world.roles.put(role);
        world.holders.put(
                "ASIAREADER", new Principal.RoleSession(WireWorld.ACCOUNT, "reader", "s", ""));
        world.holders.put("AKIAOTHER", new Principal.Administrator(OTHER));
        world.client(S3Client.builder(), WireWorld.KEY)
                .putObject(to -> to.bucket("reports").key("a/k"), RequestBody.fromString("x"));
    }

    @Test
    void readsWhatItsPolicyAllowsAndNothingElse() {
        allow("s3:GetObject", "arn:aws:s3:::reports/a/*");
        reader.getObjectAsBytes(from -> from.bucket("reports").key("a/k"));
        assertThatThrownBy(() -> put(reader, "a/k")).satisfies(BucketRightsTest::isDenied);
        assertThatThrownBy(() -> reader.listObjectsV2(of -> of.bucket("reports")))
                .satisfies(BucketRightsTest::isDenied);
    }

    @Test
    void whoMayNotListIsNotToldThatAnObjectIsMissing() {
        allow("s3:GetObject", "arn:aws:s3:::reports/*");
        assertThatThrownBy(() -> reader.getObjectAsBytes(of -> of.bucket("reports").key("none")))
                .satisfies(BucketRightsTest::isDenied);
        assertThatThrownBy(() -> reader.headObject(of -> of.bucket("reports").key("none")))
                .isInstanceOfSatisfying(
                        S3Exception.class, error -> assertThat(error.statusCode()).isEqualTo(403));
    }

    @Test
    void whoMayListIsToldThatAnObjectIsMissing() {
        allow("s3:*", "*");
        assertThatThrownBy(() -> reader.getObjectAsBytes(of -> of.bucket("reports").key("none")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void anotherAccountNeedsTheBucketsPolicy() {
        assertThatThrownBy(() -> put(stranger, "k")).satisfies(BucketRightsTest::isDenied);
        bucket.policy =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:PutObject",
                  "Principal": {"AWS": "%s"}, "Resource": "arn:aws:s3:::reports/*"}]}\
                """
                        .formatted(OTHER);
        put(stranger, "k");
        assertThatThrownBy(() -> stranger.listObjectsV2(of -> of.bucket("reports")))
                .satisfies(BucketRightsTest::isDenied);
    }

    private void allow(String action, String resource) {
        role.policies.put(
                "policy",
                """
                {"Version": "2012-10-17",
                 "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}\
                """
                        .formatted(action, resource));
    }

    private static void put(S3Client client, String key) {
        client.putObject(to -> to.bucket("reports").key(key), RequestBody.fromString("x"));
    }

    private static void isDenied(Throwable thrown) {
        assertThat(thrown).isInstanceOf(S3Exception.class);
        assertThat(((S3Exception) thrown).statusCode()).isEqualTo(403);
        assertThat(((S3Exception) thrown).awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
    }
}
