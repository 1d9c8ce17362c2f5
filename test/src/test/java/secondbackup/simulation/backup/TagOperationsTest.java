package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.model.ListTagsRequest;
import software.amazon.awssdk.services.backup.model.ListTagsResponse;
import software.amazon.awssdk.services.backup.model.TagResourceRequest;
import software.amazon.awssdk.services.backup.model.UntagResourceRequest;

final class TagOperationsTest {
    private final Office office = Office.likely();

    @Test
    void tagsVaultsBothWays() {
        var vault = office.vault("local").arn();
        office.call(tag(vault));
        assertThat(tags(vault)).containsEntry("team", "shop");
        office.call(untag(vault));
        assertThat(tags(vault)).isEmpty();
    }

    @Test
    void untagsNoPointOfAurora() {
        var point = office.point(office.vault("local"), "1", Office.START).arn;
        office.call(tag(point));

        assertThat(office.refusal(untag(point)).code()).isEqualTo("InvalidRequestException");
        assertThat(tags(point)).containsEntry("team", "shop");
    }

    @Test
    void knowsNoTagsOfWhatIsNotThere() {
        assertThat(office.refusal(tag("arn:none")).code()).isEqualTo("ResourceNotFoundException");
    }

    private Map<String, String> tags(String arn) {
        return office.call(
                        ListTagsRequest.builder().resourceArn(arn).build(), ListTagsResponse.class)
                .tags();
    }

    private static TagResourceRequest tag(String arn) {
        return TagResourceRequest.builder().resourceArn(arn).tags(Map.of("team", "shop")).build();
    }

    private static UntagResourceRequest untag(String arn) {
        return UntagResourceRequest.builder().resourceArn(arn).tagKeyList("team").build();
    }
}
