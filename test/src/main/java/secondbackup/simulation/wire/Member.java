package secondbackup.simulation.wire;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/// One member of a model class, with everything about its form looked up once.
final class Member {
    final SdkField<?> field;
    final ValueKind kind;

    /// Its name in requests.
    final String name;

    /// Its name in responses.
    final String nameOut;

    final MarshallLocation location;

    /// Whether it is the body instead of a part of it.
    final boolean payload;

    /// Whether a list's elements stand beside each other without an element around them.
    final boolean flattened;

    final String mapKey;
    final String mapValue;
    final TimestampFormatTrait.@Nullable Format format;

    private final @Nullable Member element;
    private @Nullable Shape shape;

    Member(SdkField<?> field) {
        this.field = field;
        this.kind = ValueKind.of(field.marshallingType().getKnownType());
        this.name = field.locationName();
        this.nameOut = field.unmarshallLocationName();
        this.location = field.location();
        this.payload = field.containsTrait(PayloadTrait.class);
        this.format =
                field.getOptionalTrait(TimestampFormatTrait.class)
                        .map(TimestampFormatTrait::format)
                        .orElse(null);
        var list = field.getOptionalTrait(ListTrait.class);
        var map = field.getOptionalTrait(MapTrait.class);
        this.flattened =
                list.map(ListTrait::isFlattened).orElse(false)
                        || map.map(MapTrait::isFlattened).orElse(false);
        this.mapKey = map.map(MapTrait::keyLocationName).orElse("key");
        this.mapValue = map.map(MapTrait::valueLocationName).orElse("value");
        this.element = element(list, map);
    }

    private static @Nullable Member element(Optional<ListTrait> list, Optional<MapTrait> map) {
        SdkField<?> field =
                list.isPresent()
                        ? list.get().memberFieldInfo()
                        : map.isPresent() ? map.get().valueFieldInfo() : null;
        return field == null ? null : new Member(field);
    }

    /// What a list or map holds.
    Member element() {
        return Objects.requireNonNull(element, name);
    }

    /// What a structure holds. Found when first asked, since structures may hold themselves.
    Shape shape() {
        var known = shape;
        if (known == null) {
            known = new Shape(field.constructor());
            shape = known;
        }
        return known;
    }
}
