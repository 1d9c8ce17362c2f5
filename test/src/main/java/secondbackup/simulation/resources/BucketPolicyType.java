package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.wire.AwsError;

/// `AWS::S3::BucketPolicy`. The bucket's present policy has a say in who may write the next.
///
/// Source: Amazon S3 API Reference, "PutBucketPolicy" (`MalformedPolicy`, `NoSuchBucket`), read 2026-11-27.
public final class BucketPolicyType implements ResourceType {
    private final Buckets buckets;

    public BucketPolicyType(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "AWS::S3::BucketPolicy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("Bucket", "PolicyDocument")
                .required("Bucket", "PolicyDocument")
                .createOnly("Bucket");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        return put(wanted.text("Bucket"), wanted, scene);
    }

    private Made put(String name, Properties wanted, Scene scene) {
        var bucket = find(name);
        scene.need(right("s3:PutBucketPolicy", bucket));
        var document = wanted.document("PolicyDocument");
        try {
            Policies.checkResource(document);
        } catch (IllegalArgumentException bad) {
            throw new AwsError(400, "MalformedPolicy", String.valueOf(bad.getMessage()));
        }
        bucket.policy = document;
        return Made.of(name, Map.of());
    }

    private Buckets.Bucket find(String name) {
        return buckets.find(name)
                .orElseThrow(() ->
                        new AwsError(404, "NoSuchBucket", "The specified bucket does not exist"));
    }

    private static AccessRequest right(String action, Buckets.Bucket bucket) {
        return AccessRequest.of(action, bucket.arn()).guardedBy(bucket.policy, bucket.account);
    }

    @Override
    public Made update(String name, Change change, Scene scene) {
        return put(name, change.after(), scene);
    }

    @Override
    public void delete(String name, Properties last, Scene scene) {
        var bucket = buckets.find(name).filter(one -> !one.policy.isEmpty());
        if (bucket.isPresent()) {
            scene.need(right("s3:DeleteBucketPolicy", bucket.get()));
            bucket.get().policy = "";
        }
    }

    @Override
    public Optional<ObjectNode> read(String name, Properties last, Scene scene) {
        return buckets.find(name)
                .filter(bucket -> !bucket.policy.isEmpty())
                .map(BucketPolicyType::read);
    }

    private static ObjectNode read(Buckets.Bucket bucket) {
        var read = Reading.begun().put("Bucket", bucket.name);
        Reading.document(read, "PolicyDocument", bucket.policy);
        return read;
    }
}
