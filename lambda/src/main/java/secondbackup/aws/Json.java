package secondbackup.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/// How facts, orders and reports are written as JSON, and read again. A record comes back as it was, or not at
/// all: a missing property is never filled in.
public final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModules(new JavaTimeModule(), new Jdk8Module())
                    .annotationIntrospector(new KindNames())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private Json() {}

    /// @param type the declared type, which may be a sealed interface
    public static <T> byte[] write(T value, Class<T> type) {
        try {
            return MAPPER.writerFor(type).writeValueAsBytes(value);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException(
                    "cannot write " + type.getSimpleName() + " as JSON", failed);
        }
    }

    /// Fails: IllegalArgumentException when the text is no such value, or one of a newer version with kinds or
    /// properties that are not known here.
    static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readerFor(type).readValue(json);
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    "no " + type.getSimpleName() + ": " + failed.getMessage(), failed);
        }
    }
}
