package secondbackup.simulation.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/// Model classes from the form that query requests carry.
///
/// Source: Smithy 2.0, "AWS query protocol", read 2026-11-22.
final class FormBody {
    private FormBody() {}

    static Object read(Shape shape, FormNode form) {
        var builder = shape.builder();
        fill(shape, builder, form);
        return Shape.build(builder);
    }

    private static void fill(Shape shape, SdkPojo builder, FormNode form) {
        for (var member : shape.members) {
            var node = form.child(member.name);
            if (node != null) {
                member.field.set(builder, value(member, node));
            }
        }
    }

    private static Object value(Member member, FormNode node) {
        return switch (member.kind) {
            case STRUCTURE -> read(member.shape(), node);
            case LIST -> list(member, node);
            case MAP -> map(member, node);
            default -> Scalars.read(member, node.text());
        };
    }

    private static List<Object> list(Member member, FormNode node) {
        var values = new ArrayList<Object>();
        var items = member.flattened ? node : node.any();
        for (var item = numbered(items, 1); item != null; ) {
            values.add(value(member.element(), item));
            item = numbered(items, values.size() + 1);
        }
        return values;
    }

    private static Map<String, Object> map(Member member, FormNode node) {
        var values = new LinkedHashMap<String, Object>();
        var entries = member.flattened ? node : node.child("entry");
        for (var entry = numbered(entries, 1); entry != null; ) {
            var key = Objects.requireNonNull(entry.child(member.mapKey), member.name).text();
            var value = Objects.requireNonNull(entry.child(member.mapValue), member.name);
            values.put(key, value(member.element(), value));
            entry = numbered(entries, values.size() + 1);
        }
        return values;
    }

    private static @Nullable FormNode numbered(@Nullable FormNode items, int number) {
        return items == null ? null : items.child(Integer.toString(number));
    }
}
