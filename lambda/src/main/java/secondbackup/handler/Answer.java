package secondbackup.handler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a Lambda answers, as JSON.
final class Answer {
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    Answer with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Answer with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    Answer with(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    Answer with(String name, List<String> values) {
        values.forEach(fields.putArray(name)::add);
        return this;
    }

    Answer withList(String name) {
        fields.putArray(name);
        return this;
    }

    /// Adds to a list that is there.
    void add(String list, Answer element) {
        fields.withArray(list).add(element.fields);
    }

    void to(OutputStream output) throws IOException {
        output.write(fields.toString().getBytes(StandardCharsets.UTF_8));
    }
}
