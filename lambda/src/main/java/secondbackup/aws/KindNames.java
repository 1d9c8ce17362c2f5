package secondbackup.aws;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells Jackson that a sealed interface is one of its records, named by a property `kind`, so that the core
/// needs no annotations for it.
final class KindNames extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    static final String PROPERTY = "kind";

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
            MapperConfig<?> config, Annotated annotated) {
        return closedChoice(annotated.getRawType())
                ? JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME,
                        JsonTypeInfo.As.PROPERTY,
                        PROPERTY,
                        null,
                        false,
                        true,
                        true)
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        var type = annotated.getRawType();
        return closedChoice(type)
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(kind -> new NamedType(kind, kind.getSimpleName()))
                        .toList()
                : super.findSubtypes(annotated);
    }

    private static boolean closedChoice(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }
}
