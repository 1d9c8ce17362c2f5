package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.rds.Clusters.Cluster;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.Condition;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;

final class SelectionMatchTest {
    private static final String CLUSTERS = "arn:aws:rds:eu-north-1:111122223333:cluster:";
    private final Cluster cluster = Office.likely().cluster("orders", "aurora-mysql");

    SelectionMatchTest() {
        cluster.tags.put("backup", "true");
        cluster.tags.put("stage", "prod server");
    }

    @Test
    void takesByAddressWithOrWithoutWildcards() {
        assertThat(resources(CLUSTERS + "orders")).isTrue();
        assertThat(resources(CLUSTERS + "*")).isTrue();
        assertThat(resources("arn:aws:rds:*:*:cluster:*")).isTrue();
        assertThat(resources("*")).isTrue();
        assertThat(resources(CLUSTERS + "ord")).isFalse();
        assertThat(resources("arn:aws:rds:eu-west-1:*:cluster:*")).isFalse();
        assertThat(resources("arn:aws:rds:*:*:db:*")).isFalse();
        assertThat(resources("arn:aws:rds:eu-north-1:111122223333:cluster-orders")).isFalse();
    }

    @Test
    void addsTagsToAddresses() {
        assertThat(takes(asked -> asked.resources("none").listOfTags(tag("backup", "true"))))
                .isTrue();
        assertThat(takes(asked -> asked.listOfTags(tag("other", "x"), tag("backup", "true"))))
                .isTrue();
        assertThat(takes(asked -> asked.listOfTags(tag("backup", "True")))).isFalse();
    }

    @Test
    void takesAwayWhatIsExcluded() {
        assertThat(takes(asked -> asked.resources("*").notResources(CLUSTERS + "*"))).isFalse();
        assertThat(takes(asked -> asked.resources("*").notResources("arn:aws:ec2:*"))).isTrue();
    }

    @Test
    void wantsEveryCondition() {
        assertThat(conditions(asked -> asked.stringEquals(is("backup", "true")))).isTrue();
        assertThat(
                        conditions(asked ->
                                asked.stringEquals(is("backup", "true"), is("stage", "test"))))
                .isFalse();
        assertThat(conditions(asked -> asked.stringNotEquals(is("stage", "test")))).isTrue();
        assertThat(conditions(asked -> asked.stringNotEquals(is("backup", "true")))).isFalse();
        assertThat(conditions(asked -> asked.stringNotEquals(is("absent", "true")))).isTrue();
        assertThat(conditions(asked -> asked.stringLike(is("backup", "*")))).isTrue();
        assertThat(conditions(asked -> asked.stringLike(is("absent", "*")))).isFalse();
        assertThat(conditions(asked -> asked.stringNotLike(is("backup", "t*e")))).isFalse();
        assertThat(conditions(asked -> asked.stringNotLike(is("absent", "*")))).isTrue();
    }

    @Test
    void stopsAWildcardAtWhiteSpace() {
        assertThat(conditions(asked -> asked.stringLike(is("stage", "prod*")))).isFalse();
        assertThat(conditions(asked -> asked.stringLike(is("stage", "prod *")))).isTrue();
    }

    @Test
    void takesAllWhereNothingIsNamed() {
        assertThat(takes(_ -> {})).isTrue();
    }

    @Test
    void passesOverWhatRestoreTestingMade() {
        cluster.name = "awsbackup-restore-test-1";
        assertThat(resources("*")).isFalse();
        cluster.name = "orders";
        cluster.tags.put("awsbackup-restore-test", "1");
        assertThat(resources("*")).isFalse();
    }

    private boolean resources(String pattern) {
        return takes(asked -> asked.resources(pattern));
    }

    private boolean conditions(Consumer<Conditions.Builder> conditions) {
        return takes(asked -> asked.resources("*").conditions(conditions));
    }

    private boolean takes(Consumer<BackupSelection.Builder> asked) {
        return SelectionMatch.takes(
                BackupSelection.builder().applyMutation(asked).build(), cluster);
    }

    private static ConditionParameter is(String key, String value) {
        return ConditionParameter.builder()
                .conditionKey("aws:ResourceTag/" + key)
                .conditionValue(value)
                .build();
    }

    private static Condition tag(String key, String value) {
        return Condition.builder()
                .conditionType("STRINGEQUALS")
                .conditionKey(key)
                .conditionValue(value)
                .build();
    }
}
