package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.s3.Buckets;

/// What Amazon S3 tells EventBridge of objects that were put.
///
/// Source: Amazon S3 User Guide, "Using EventBridge" and "EventBridge event message structure", read 2026-11-27. That it
/// is told at once is a simplification.
public record ObjectEvents(
        EventBuses buses, EventRouter router, Chance chance, SimulatedTime time) {

    public void hear(Buckets all) {
        all.listen(this::created);
    }

    private void created(Buckets.Bucket bucket, Buckets.Version version) {
        var detail = JsonNodeFactory.instance.objectNode().put("version", "0");
        detail.putObject("bucket").put("name", bucket.name);
        detail.putObject("object")
                .put("key", version.key())
                .put("size", version.size())
                .put("etag", version.etag().replace("\"", ""))
                .put("version-id", version.id());
        detail.put("requester", bucket.account).put("reason", "PutObject");
        var id =
                chance.uuid(
                        "object event", bucket.name, version.key(), version.id(), time.instant());
        var event =
                Envelope.of(
                        id,
                        "aws.s3",
                        "Object Created",
                        bucket.account,
                        bucket.region,
                        time.instant(),
                        List.of(bucket.arn()),
                        detail);
        router.put(buses.standard(bucket.account, bucket.region), event);
    }
}
