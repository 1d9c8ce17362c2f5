package secondbackup.simulation.wire;

import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/// How a member of a model class is written.
enum ValueKind {
    STRING,
    SHORT,
    INTEGER,
    LONG,
    FLOAT,
    DOUBLE,
    DECIMAL,
    BOOLEAN,
    INSTANT,
    BYTES,
    LIST,
    MAP,
    STRUCTURE;

    static ValueKind of(MarshallingKnownType type) {
        return switch (type) {
            case STRING -> STRING;
            case SHORT -> SHORT;
            case INTEGER -> INTEGER;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case BIG_DECIMAL -> DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case INSTANT -> INSTANT;
            case SDK_BYTES -> BYTES;
            case LIST -> LIST;
            case MAP -> MAP;
            case SDK_POJO -> STRUCTURE;
            case NULL, BYTE, DOCUMENT ->
                    throw new IllegalArgumentException("no service here has members of " + type);
        };
    }
}
