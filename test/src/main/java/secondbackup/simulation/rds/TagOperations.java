package secondbackup.simulation.rds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.rds.model.Tag;

/// Tags of clusters and cluster snapshots.
///
/// Source: Amazon RDS API model, AddTagsToResource, RemoveTagsFromResource, ListTagsForResource,
/// 2026-11-22.
final class TagOperations {
    private static final int MOST_TAGS = 50;

    private final Clusters clusters;
    private final Snapshots snapshots;

    TagOperations(Clusters clusters, Snapshots snapshots) {
        this.clusters = clusters;
        this.snapshots = snapshots;
    }

    void register(Operations operations) {
        operations.on(
                AddTagsToResourceRequest.class,
                (request, _) -> List.of(addRight(request)),
                this::add);
        operations.on(
                RemoveTagsFromResourceRequest.class,
                (request, _) ->
                        List.of(
                                right("rds:RemoveTagsFromResource", request.resourceName())
                                        .with(
                                                "aws:TagKeys",
                                                request.tagKeys().toArray(String[]::new))),
                this::remove);
        operations.on(
                ListTagsForResourceRequest.class,
                (request, _) -> List.of(right("rds:ListTagsForResource", request.resourceName())),
                this::list);
    }

    private AccessRequest addRight(AddTagsToResourceRequest request) {
        var keys = request.tags().stream().map(Tag::key).toArray(String[]::new);
        var right =
                right("rds:AddTagsToResource", request.resourceName()).with("aws:TagKeys", keys);
        for (var tag : request.tags()) {
            right = right.with("aws:RequestTag/" + tag.key(), tag.value());
        }
        return right;
    }

    private AccessRequest right(String action, String arn) {
        return Identifiers.right(
                action, arn, find(arn).<Map<String, String>>map(tags -> tags).orElse(Map.of()));
    }

    private Optional<SequencedMap<String, String>> find(String arn) {
        return clusters.find(arn)
                .map(cluster -> cluster.tags)
                .or(() -> snapshots.find(arn).map(snapshot -> snapshot.tags));
    }

    private SequencedMap<String, String> need(String arn, Call call) {
        var prefix = call.arn("");
        if (!arn.startsWith(prefix)) {
            throw Errors.invalidValue(
                    "The specified resource name does not match an RDS resource in this region.");
        }
        var rest = arn.substring(prefix.length());
        return find(arn)
                .orElseThrow(() ->
                        rest.startsWith("cluster-snapshot:")
                                ? Errors.noSnapshot(rest)
                                : Errors.noCluster(rest));
    }

    private AddTagsToResourceResponse add(AddTagsToResourceRequest request, Call call) {
        var tags = need(request.resourceName(), call);
        for (var tag : request.tags()) {
            if (tag.key().startsWith("aws:")) {
                throw Errors.invalidValue(
                        "Tag keys beginning with \"aws:\" are reserved: " + tag.key());
            }
            tags.put(tag.key(), tag.value() == null ? "" : tag.value());
        }
        if (tags.size() > MOST_TAGS) {
            request.tags().forEach(tag -> tags.remove(tag.key()));
            throw new AwsError(400, "InvalidParameterValue", "More than 50 tags specified");
        }
        return AddTagsToResourceResponse.builder().build();
    }

    private RemoveTagsFromResourceResponse remove(
            RemoveTagsFromResourceRequest request, Call call) {
        var tags = need(request.resourceName(), call);
        request.tagKeys().forEach(tags::remove);
        return RemoveTagsFromResourceResponse.builder().build();
    }

    private ListTagsForResourceResponse list(ListTagsForResourceRequest request, Call call) {
        var tags = need(request.resourceName(), call);
        return ListTagsForResourceResponse.builder().tagList(ClusterView.tags(tags)).build();
    }
}
