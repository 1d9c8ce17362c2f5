package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import secondbackup.simulation.wire.HttpQuestion;
import software.amazon.awssdk.core.SdkBytes;

/// Makes backup plans by asking AWS Backup for them, as the account's administrator does: a plan in a
/// world's file is AWS's own JSON, and is refused as AWS refuses it.
record PlanMaking(SimulatedOrganization of, String account, String region) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void make(World.Plan plan) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("BackupPlan", plan.plan());
        var made = put("/backup/plans/", body, plan.plan().path("BackupPlanName").asText());
        for (var selection : plan.selections()) {
            var id = made.path("BackupPlanId").asText();
            var asked = JsonNodeFactory.instance.objectNode();
            asked.set("BackupSelection", selection);
            put(
                    "/backup/plans/" + id + "/selections/",
                    asked,
                    selection.path("SelectionName").asText());
        }
    }

    private JsonNode put(String path, JsonNode body, String name) {
        var authorization =
                "AWS4-HMAC-SHA256 Credential="
                        + account
                        + "/20260101/"
                        + region
                        + "/backup/aws4_request, SignedHeaders=host, Signature=0";
        var question =
                new HttpQuestion(
                        "PUT",
                        "backup." + region + ".amazonaws.com",
                        path,
                        Map.of(),
                        Map.of("Authorization", List.of(authorization)),
                        SdkBytes.fromUtf8String(body.toString()));
        try {
            var answer = of.server().answer(question);
            var text = answer.body().asUtf8String();
            if (answer.status() != 200) {
                throw new BadWorld(refusal(name, text), new IOException(text));
            }
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new BadWorld(refusal(name, "no answer"), unreadable);
        }
    }

    private String refusal(String name, String words) {
        return "AWS Backup refuses "
                + name
                + " of account "
                + account
                + " in "
                + region
                + ": "
                + words;
    }
}
