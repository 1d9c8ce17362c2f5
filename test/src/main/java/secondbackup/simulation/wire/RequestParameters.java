package secondbackup.simulation.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import software.amazon.awssdk.core.SdkPojo;

/// A request as AWS CloudTrail records it: every parameter by its name on the wire, the first letter small.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail record contents" (`requestParameters`) and "CloudTrail log file
/// examples", read 2026-11-27.
public final class RequestParameters {
    private RequestParameters() {}

    public static ObjectNode of(SdkPojo request) {
        var json = JsonBody.JSON.createObjectNode();
        for (var member : Shape.of(request.getClass()).members) {
            var value = Shape.value(member, request);
            if (value != null) {
                json.set(small(member.name), JsonBody.tree(member, value));
            }
        }
        return json;
    }

    private static String small(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
