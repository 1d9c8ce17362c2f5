package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// One line of JSON for the log.
final class LogLine {
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    /// @param event what happened, such as `survey-ended`
    LogLine(String event) {
        fields.put("event", event);
    }

    LogLine with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    LogLine with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    LogLine with(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    void to(Context context) {
        context.getLogger().log(fields + "\n");
    }
}
