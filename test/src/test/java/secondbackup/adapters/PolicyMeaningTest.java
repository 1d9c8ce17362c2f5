package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.kms.Keys;

/// The vault's access policy and its key's are compared with ours by what they mean, whatever AWS makes of their form.
final class PolicyMeaningTest {
    private final Day day = Day.lived(SmallWorld.world());

    /// Turned over, with other ids, every single value in a list, and every list of one a value.
    private static String reformed(String policy) {
        var document = (ObjectNode) SmallWorld.parse(policy);
        var turned = JsonNodeFactory.instance.arrayNode();
        for (var statement : document.path("Statement")) {
            var other = (ObjectNode) statement.deepCopy();
            other.put("Sid", "Other" + turned.size());
            other.set("Action", reversed(other.path("Action")));
            other.set("Resource", reversed(other.path("Resource")));
            turned.insert(0, other);
        }
        document.set("Statement", turned);
        return document.put("Id", "by-aws").toPrettyString();
    }

    private static JsonNode reversed(JsonNode values) {
        if (!values.isArray()) {
            return JsonNodeFactory.instance.arrayNode().add(values);
        }
        var turned = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> turned.insert(0, value));
        return turned;
    }

    private static String withOneMore(String policy) {
        var document = (ObjectNode) SmallWorld.parse(policy);
        ((ArrayNode) document.path("Statement"))
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "backup:DescribeBackupVault")
                .put("Resource", "*")
                .put("Principal", "*");
        return document.toString();
    }

    private Keys.Key key() {
        return day.world().keys().find(day.vault().keyArn).orElseThrow();
    }

    @Test
    void otherFormIsNoOtherPolicy() {
        day.vault().accessPolicy = reformed(day.vault().accessPolicy);
        key().policy =
                reformed(key().policy).replace("arn:aws:iam::333333333333:root", "333333333333");

        assertThat(Day.gaps(day.look(), SmallWorld.VAULT_ARN)).isEmpty();
    }

    @Test
    void oneStatementMoreInTheAccessPolicyIsTold() {
        day.vault().accessPolicy = withOneMore(day.vault().accessPolicy);

        assertThat(Day.gaps(day.look(), SmallWorld.VAULT_ARN))
                .containsExactly("VaultPolicyChanged");
    }

    @Test
    void oneStatementMoreInTheKeysPolicyIsTold() {
        key().policy = withOneMore(key().policy);

        assertThat(Day.gaps(day.look(), SmallWorld.VAULT_ARN)).containsExactly("KeyAtRisk");
    }

    @Test
    void accessPolicyThatIsGoneIsTold() {
        day.vault().accessPolicy = "";

        assertThat(Day.gaps(day.look(), SmallWorld.VAULT_ARN))
                .containsExactly("VaultPolicyChanged");
    }
}
