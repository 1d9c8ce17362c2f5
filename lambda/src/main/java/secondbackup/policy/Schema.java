package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;

/// One JSON Schema, draft 2020-12.
final class Schema {
    private static final SchemaValidatorsConfig POINTERS =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

    private static final JsonSchemaFactory DRAFT =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonSchema schema;

    Schema(String text) {
        this.schema = DRAFT.getSchema(text, POINTERS);
    }

    /// What is wrong with a document, a line each: file, field, value, what was expected.
    List<String> problems(String file, JsonNode document) {
        return schema.validate(document).stream()
                .map(problem -> {
                    var field = problem.getInstanceLocation().toString();
                    return file
                            + " "
                            + (field.isEmpty() ? "/" : field)
                            + ": "
                            + value(document, field)
                            + problem.getMessage()
                                    .replaceFirst(
                                            "^" + java.util.regex.Pattern.quote(field) + ": ", "");
                })
                .sorted()
                .toList();
    }

    private static String value(JsonNode document, String field) {
        var node = document.at(field);
        return node.isValueNode() ? "'" + node.asText() + "': " : "";
    }
}
