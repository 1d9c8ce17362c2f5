package secondbackup.simulation.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.physics.Switches;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.rds.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.rds.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.rds.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.rds.model.Tag;

final class TagOperationsTest {
    private final RdsFixture rds = new RdsFixture(Switches.likely());
    private final Clusters.Cluster cluster =
            rds.cluster("orders", "aurora-mysql", Clusters.Encryption.NONE);
    private final Snapshots.Snapshot snapshot = rds.snapshot("friday", cluster);

    private void tag(SequencedMap<String, String> tags) {
        tags.putAll(Map.of("team", "shop", "tier", "critical", "stage", "live"));
    }

    private void remove(String arn, String... keys) {
        var request = RemoveTagsFromResourceRequest.builder().resourceName(arn).tagKeys(keys);
        rds.ask.of(request.build(), RemoveTagsFromResourceResponse.class);
    }

    private int listed(String arn) {
        var request = ListTagsForResourceRequest.builder().resourceName(arn).build();
        return rds.ask.of(request, ListTagsForResourceResponse.class).tagList().size();
    }

    @Test
    void takesTheNamedTagsOffAClusterAndNoOthers() {
        tag(cluster.tags);
        tag(snapshot.tags);

        remove(cluster.arn(), "team", "tier");

        assertThat(cluster.tags).containsOnlyKeys("stage");
        assertThat(listed(cluster.arn())).isEqualTo(1);
        assertThat(listed(snapshot.arn())).isEqualTo(3);
    }

    @Test
    void takesThemOffASnapshot() {
        tag(cluster.tags);
        tag(snapshot.tags);

        remove(snapshot.arn(), "team");

        assertThat(snapshot.tags).containsOnlyKeys("stage", "tier");
        assertThat(cluster.tags).hasSize(3);
    }

    @Test
    void isContentWithATagThatIsNotThere() {
        tag(cluster.tags);

        remove(cluster.arn(), "owner", "Team");

        assertThat(cluster.tags).hasSize(3);
    }

    @Test
    void makesRoomForOneMoreThanFifty() {
        for (var number = 1; number <= 50; number++) {
            cluster.tags.put("tag-" + number, "");
        }
        assertThatThrownBy(this::addOne).hasMessage("More than 50 tags specified");

        remove(cluster.arn(), "tag-1");
        addOne();

        assertThat(cluster.tags).hasSize(50).containsKey("one-more").doesNotContainKey("tag-1");
    }

    private void addOne() {
        var tag = Tag.builder().key("one-more").value("").build();
        var request = AddTagsToResourceRequest.builder().resourceName(cluster.arn()).tags(tag);
        rds.ask.of(request.build(), AddTagsToResourceResponse.class);
    }

    @Test
    void findsNothingUnderAnUnknownNameOrInAnotherRegion() {
        assertThatThrownBy(() -> remove(cluster.arn() + "-2", "team"))
                .hasMessageContaining("not found");
        assertThatThrownBy(() -> remove(cluster.arn().replace("eu-west-1", "us-east-1"), "team"))
                .hasMessageContaining("does not match an RDS resource in this region");
    }
}
