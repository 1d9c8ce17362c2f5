package secondbackup.simulation.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/// Any value of any model class.
final class RandomModels {
    private static final String TEXT = "aZ09 -_.:/+*=,@&<>'\"%é漢";
    private static final String PLAIN = "aZ09-_.:";

    private final Random random;

    RandomModels(long seed) {
        this.random = new Random(seed);
    }

    Object model(Class<?> type) {
        return structure(Shape.of(type).builder(), 0);
    }

    private Object structure(SdkPojo builder, int depth) {
        var empty = true;
        for (var field : builder.sdkFields()) {
            if (must(field) || random.nextInt(4) > 0) {
                empty &= !set(builder, field, depth);
            }
        }
        for (var field : empty ? builder.sdkFields() : List.<SdkField<?>>of()) {
            set(builder, field, depth);
        }
        return Shape.build(builder);
    }

    private boolean set(SdkPojo builder, SdkField<?> field, int depth) {
        var value = field.memberName().equals("SourceRegion") ? null : value(field, depth);
        if (value != null) {
            field.set(builder, value);
        }
        return value != null;
    }

    /// The SDK itself fills idempotency tokens, and paths need their labels.
    private static boolean must(SdkField<?> field) {
        return field.location() != MarshallLocation.PAYLOAD
                || field.containsTrait(DefaultValueTrait.class);
    }

    private @Nullable Object value(SdkField<?> field, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text(field.location() == MarshallLocation.PAYLOAD ? TEXT : PLAIN);
            case SHORT -> (short) random.nextInt(100);
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextDouble() * 1e6;
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextInt(), 3);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            case SDK_BYTES -> SdkBytes.fromUtf8String(text(TEXT));
            case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), depth);
            case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), depth);
            case SDK_POJO -> depth > 5 ? null : structure(field.constructor().get(), depth + 1);
            case NULL, BYTE, DOCUMENT -> throw new IllegalArgumentException(field.memberName());
        };
    }

    private @Nullable List<Object> list(SdkField<?> element, int depth) {
        var values = new ArrayList<Object>();
        for (var count = 1 + random.nextInt(2); count > 0; count--) {
            var value = value(element, depth + 1);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private @Nullable Map<String, Object> map(SdkField<?> element, int depth) {
        var values = new LinkedHashMap<String, Object>();
        for (var count = 1 + random.nextInt(2); count > 0; count--) {
            var value = value(element, depth + 1);
            if (value == null) {
                return null;
            }
            values.put(text(PLAIN), value);
        }
        return values;
    }

    private String text(String letters) {
        var text = new StringBuilder("x");
        for (var length = random.nextInt(12); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.append('y').toString();
    }
}
