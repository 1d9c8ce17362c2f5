package secondbackup.simulation.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/// Model classes as JSON, as both JSON protocols write them.
///
/// Source: Smithy 2.0, "AWS restJson1 protocol" and "AWS JSON 1.1 protocol", read 2026-11-22.
final class JsonBody {
    static final ObjectMapper JSON = new ObjectMapper();

    private JsonBody() {}

    static JsonNode parse(SdkBytes body) {
        var bytes = body.asByteArrayUnsafe();
        try {
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static void fill(Shape shape, SdkPojo builder, JsonNode json) {
        for (var member : shape.members) {
            if (member.location == MarshallLocation.PAYLOAD) {
                fill(member, builder, member.payload ? json : json.get(member.name));
            }
        }
    }

    private static void fill(Member member, SdkPojo builder, @Nullable JsonNode json) {
        if (json != null && !json.isNull()) {
            member.field.set(builder, read(member, json));
        }
    }

    private static Object read(Member member, JsonNode json) {
        return switch (member.kind) {
            case STRUCTURE -> structure(member.shape(), json);
            case LIST -> list(member.element(), json);
            case MAP -> map(member.element(), json);
            default -> Scalars.read(member, json.asText());
        };
    }

    private static Object structure(Shape shape, JsonNode json) {
        var builder = shape.builder();
        fill(shape, builder, json);
        return Shape.build(builder);
    }

    private static List<Object> list(Member element, JsonNode json) {
        var values = new ArrayList<Object>();
        for (var each : json) {
            values.add(read(element, each));
        }
        return values;
    }

    private static Map<String, Object> map(Member value, JsonNode json) {
        var values = new LinkedHashMap<String, Object>();
        for (var each : json.properties()) {
            values.put(each.getKey(), read(value, each.getValue()));
        }
        return values;
    }

    static byte[] write(SdkPojo model) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(bytes)) {
            structure(Shape.of(model.getClass()), model, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// One member's value as JSON.
    static JsonNode tree(Member member, Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            write(member, value, json);
            json.flush();
            return JSON.readTree(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void structure(Shape shape, SdkPojo model, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        for (var member : shape.members) {
            var value = Shape.value(member, model);
            if (value != null && member.location == MarshallLocation.PAYLOAD) {
                json.writeFieldName(member.nameOut);
                write(member, value, json);
            }
        }
        json.writeEndObject();
    }

    private static void write(Member member, Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case SdkPojo model -> structure(member.shape(), model, json);
            case List<?> list -> list(member.element(), list, json);
            case Map<?, ?> map -> map(member.element(), map, json);
            case Instant instant -> instant(member, instant, json);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            default -> json.writeString(Scalars.write(member, value, Format.UNIX_TIMESTAMP));
        }
    }

    private static void list(Member element, List<?> list, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (var each : list) {
            write(element, each, json);
        }
        json.writeEndArray();
    }

    private static void map(Member value, Map<?, ?> map, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (var each : map.entrySet()) {
            json.writeFieldName(String.valueOf(each.getKey()));
            write(value, each.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void instant(Member member, Instant instant, JsonGenerator json)
            throws IOException {
        if (member.format == null || member.format == Format.UNIX_TIMESTAMP) {
            json.writeNumber(Scalars.epoch(instant));
        } else {
            json.writeString(Scalars.write(member, instant, member.format));
        }
    }
}
