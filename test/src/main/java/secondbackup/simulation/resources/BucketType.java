package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.wire.AwsError;

/// `AWS::S3::Bucket`: its name, whether it keeps versions and whether it tells EventBridge; all else is recorded.
///
/// Source: Amazon S3 User Guide, "General purpose bucket naming rules", "Deleting a general purpose bucket"; Amazon S3
/// API Reference, "CreateBucket" (`BucketAlreadyExists`, `BucketAlreadyOwnedByYou`); AWS Service Authorization
/// Reference, "Amazon S3"; read 2026-11-27.
public final class BucketType implements ResourceType {
    private static final int NAME_MOST = 63;

    /// What must be allowed for each property beyond `s3:CreateBucket`.
    private static final TreeMap<String, String> RIGHTS = new TreeMap<>();

    static {
        RIGHTS.put("BucketEncryption", "s3:PutEncryptionConfiguration");
        RIGHTS.put("LifecycleConfiguration", "s3:PutLifecycleConfiguration");
        RIGHTS.put("NotificationConfiguration", "s3:PutBucketNotification");
        RIGHTS.put("ObjectLockConfiguration", "s3:PutBucketObjectLockConfiguration");
        RIGHTS.put("OwnershipControls", "s3:PutBucketOwnershipControls");
        RIGHTS.put("PublicAccessBlockConfiguration", "s3:PutBucketPublicAccessBlock");
        RIGHTS.put("Tags", "s3:PutBucketTagging");
        RIGHTS.put("VersioningConfiguration", "s3:PutBucketVersioning");
    }

    private final Buckets buckets;

    public BucketType(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "AWS::S3::Bucket";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("BucketName", "NotificationConfiguration", "VersioningConfiguration")
                .recorded(
                        "BucketEncryption",
                        "LifecycleConfiguration",
                        "ObjectLockConfiguration",
                        "ObjectLockEnabled",
                        "OwnershipControls",
                        "PublicAccessBlockConfiguration",
                        "Tags")
                .createOnly("BucketName")
                .within("NotificationConfiguration", "EventBridgeConfiguration")
                .within("NotificationConfiguration.EventBridgeConfiguration", "EventBridgeEnabled")
                .within("Tags", "Key", "Value")
                .within("VersioningConfiguration", "Status")
                .attributes("Arn", "DomainName", "RegionalDomainName");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name =
                wanted.has("BucketName")
                        ? wanted.text("BucketName")
                        : scene.generatedName(NAME_MOST).toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new AwsError(400, "InvalidBucketName", "The specified bucket is not valid.");
        }
        scene.need("arn:aws:s3:::" + name, "s3:CreateBucket");
        if (wanted.has("ObjectLockEnabled") || wanted.has("ObjectLockConfiguration")) {
            scene.need("arn:aws:s3:::" + name, "s3:PutBucketObjectLockConfiguration");
        }
        allowed(name, new Change(Properties.NONE, wanted), scene);
        refuseTaken(name, scene);
        var bucket = new Buckets.Bucket(name, scene.account(), scene.region());
        bucket.versioned = versioned(wanted);
        bucket.eventBridge = eventBridge(wanted);
        buckets.put(bucket);
        return made(bucket);
    }

    private static void allowed(String name, Change change, Scene scene) {
        for (var property : change.names()) {
            var right = RIGHTS.get(property);
            if (right != null) {
                scene.need("arn:aws:s3:::" + name, right);
            }
        }
    }

    private void refuseTaken(String name, Scene scene) {
        var there = buckets.find(name);
        if (there.isPresent()) {
            throw there.get().account.equals(scene.account())
                    ? new AwsError(
                            409,
                            "BucketAlreadyOwnedByYou",
                            "Your previous request to create the named bucket succeeded and you already"
                                    + " own it.")
                    : new AwsError(
                            409,
                            "BucketAlreadyExists",
                            "The requested bucket name is not available. The bucket namespace is shared"
                                    + " by all users of the system. Please select a different name and"
                                    + " try again.");
        }
    }

    /// Object Lock needs versions, and keeps them.
    private static boolean versioned(Properties wanted) {
        return wanted.within("VersioningConfiguration").text("Status", "").equals("Enabled")
                || wanted.flag("ObjectLockEnabled");
    }

    /// Source: AWS CloudFormation Template Reference, "AWS::S3::Bucket EventBridgeConfiguration" (enabled where the
    /// structure is there and does not say otherwise), read 2026-11-27.
    private static boolean eventBridge(Properties wanted) {
        var notifications = wanted.within("NotificationConfiguration");
        return notifications.has("EventBridgeConfiguration")
                && !notifications
                        .within("EventBridgeConfiguration")
                        .text("EventBridgeEnabled", "true")
                        .equals("false");
    }

    private static Made made(Buckets.Bucket bucket) {
        var attributes = new TreeMap<String, String>();
        attributes.put("Arn", bucket.arn());
        attributes.put("DomainName", bucket.name + ".s3.amazonaws.com");
        attributes.put(
                "RegionalDomainName", bucket.name + ".s3." + bucket.region + ".amazonaws.com");
        return new Made(bucket.name, attributes);
    }

    @Override
    public Made update(String name, Change change, Scene scene) {
        allowed(name, change, scene);
        var bucket = find(name);
        bucket.versioned = versioned(change.after());
        bucket.eventBridge = eventBridge(change.after());
        return made(bucket);
    }

    private Buckets.Bucket find(String name) {
        return buckets.find(name)
                .orElseThrow(() ->
                        new AwsError(404, "NoSuchBucket", "The specified bucket does not exist"));
    }

    @Override
    public void delete(String name, Properties last, Scene scene) {
        var bucket = buckets.find(name).filter(one -> one.account.equals(scene.account()));
        if (bucket.isEmpty()) {
            return;
        }
        scene.need("arn:aws:s3:::" + name, "s3:DeleteBucket");
        if (!bucket.get().keys().isEmpty()) {
            throw new AwsError(
                    409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
        }
        buckets.remove(name);
    }

    @Override
    public Optional<ObjectNode> read(String name, Properties last, Scene scene) {
        return buckets.find(name)
                .filter(bucket -> bucket.account.equals(scene.account()))
                .map(BucketType::read);
    }

    private static ObjectNode read(Buckets.Bucket bucket) {
        var read = Reading.begun().put("BucketName", bucket.name);
        if (bucket.versioned) {
            read.putObject("VersioningConfiguration").put("Status", "Enabled");
        }
        if (bucket.eventBridge) {
            read.putObject("NotificationConfiguration")
                    .putObject("EventBridgeConfiguration")
                    .put("EventBridgeEnabled", true);
        }
        return read;
    }
}
