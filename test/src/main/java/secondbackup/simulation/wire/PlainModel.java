package secondbackup.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// A model class as JSON under the names of its API model, in no protocol: moments in ISO 8601, bytes in
/// base64, and nothing that nobody set.
///
/// It shares no code with the protocols, so that their mistakes show when it is compared with what a client
/// understood.
public final class PlainModel {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlainModel() {}

    public static JsonNode of(SdkPojo model) {
        var fields = JSON.objectNode();
        for (var field : model.sdkFields()) {
            var value = field.getValueOrDefault(model);
            if (value != null
                    && !(value instanceof SdkAutoConstructList<?>)
                    && !(value instanceof SdkAutoConstructMap<?, ?>)) {
                fields.set(field.memberName(), node(value));
            }
        }
        return fields;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case SdkPojo model -> of(model);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Float number -> JSON.numberNode(number);
            case Double number -> JSON.numberNode(number);
            case BigDecimal number -> JSON.numberNode(number);
            case SdkBytes bytes -> JSON.binaryNode(bytes.asByteArrayUnsafe());
            default -> JSON.textNode(value.toString());
        };
    }

    private static JsonNode list(List<?> list) {
        var nodes = JSON.arrayNode();
        list.forEach(each -> nodes.add(node(each)));
        return nodes;
    }

    private static JsonNode map(Map<?, ?> map) {
        var nodes = JSON.objectNode();
        map.forEach((key, each) -> nodes.set(key.toString(), node(each)));
        return nodes;
    }
}
