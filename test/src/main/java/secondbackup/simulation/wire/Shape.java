package secondbackup.simulation.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// The members of one of the SDK's model classes. Found once for each class and process.
final class Shape {
    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return new Shape(builders(type));
                }
            };

    final List<Member> members;
    private final Supplier<SdkPojo> builders;

    Shape(Supplier<SdkPojo> builders) {
        this.builders = builders;
        this.members = builders.get().sdkFields().stream().map(Member::new).toList();
    }

    static Shape of(Class<?> model) {
        return SHAPES.get(model);
    }

    SdkPojo builder() {
        return builders.get();
    }

    static Object build(SdkPojo builder) {
        return ((SdkBuilder<?, ?>) builder).build();
    }

    /// A member's value to be sent, or null where it has none: lists that nobody set are not sent.
    static @Nullable Object value(Member member, SdkPojo holder) {
        var value = member.field.getValueOrDefault(holder);
        return value instanceof SdkAutoConstructList<?>
                        || value instanceof SdkAutoConstructMap<?, ?>
                ? null
                : value;
    }

    private static Supplier<SdkPojo> builders(Class<?> model) {
        try {
            var method = model.getMethod("builder");
            return () -> invoke(method);
        } catch (NoSuchMethodException notModel) {
            throw new IllegalArgumentException(model + " is no model class", notModel);
        }
    }

    private static SdkPojo invoke(Method builder) {
        try {
            return (SdkPojo) builder.invoke(null);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(builder.toString(), impossible);
        }
    }
}
