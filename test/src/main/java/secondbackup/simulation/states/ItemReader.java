package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.s3.Buckets;

/// Reads the items of a Distributed Map out of a JSON file in Amazon S3.
///
/// Source: AWS Step Functions Developer Guide, "ItemReader (Map)", read 2026-11-27.
record ItemReader(Buckets buckets, ServiceCalls calls) {
    static final String RESOURCE = "arn:aws:states:::s3:getObject";
    private static final String FAILED = "States.ItemReaderFailed";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param parameters `Bucket` and `Key`
    ///
    /// Fails: StatesError where the role may not read the file, or it is no list.
    JsonNode read(JsonNode parameters, ServiceCaller machine) {
        var bucket = parameters.path("Bucket").asText();
        var key = parameters.path("Key").asText();
        var found = buckets.find(bucket).orElseThrow(() -> failed("no bucket " + bucket));
        var request =
                AccessRequest.of("s3:GetObject", found.arn() + "/" + key)
                        .guardedBy(found.policy, found.account);
        if (calls.decide(machine, found.region, request) instanceof Decision.Denied denied) {
            throw failed(denied.message());
        }
        var file = found.newest(key).orElseThrow(() -> failed("no object " + key));
        try {
            var items = JSON.readTree(file.content().asByteArray());
            if (!items.isArray()) {
                throw failed(key + " is no JSON list");
            }
            return items;
        } catch (IOException bad) {
            throw failed(key + " is no JSON");
        }
    }

    private static StatesError failed(String cause) {
        return new StatesError(FAILED, cause);
    }
}
