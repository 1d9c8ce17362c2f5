package secondbackup.simulation.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/// Single values as text.
final class Scalars {
    private Scalars() {}

    static Object read(Member member, String text) {
        return switch (member.kind) {
            case STRING -> text;
            case SHORT -> Short.valueOf(text);
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case FLOAT -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case INSTANT -> instant(text, member.format == Format.UNIX_TIMESTAMP_MILLIS);
            case BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
            case LIST, MAP, STRUCTURE ->
                    throw new IllegalArgumentException(member.name + " is not a single value");
        };
    }

    /// Every form that AWS's protocols know: ISO 8601, RFC 822, and seconds as a decimal that may have an
    /// exponent.
    static Instant instant(String text, boolean milliseconds) {
        if (text.indexOf(',') >= 0) {
            return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        }
        if (text.indexOf('T') >= 0) {
            return OffsetDateTime.parse(text).toInstant();
        }
        var number = new BigDecimal(text);
        return epochMillis(milliseconds ? number : number.movePointRight(3));
    }

    private static Instant epochMillis(BigDecimal number) {
        return Instant.ofEpochMilli(number.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// Seconds with three decimals.
    static BigDecimal epoch(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    /// @param usual the protocol's form where the member names none
    static String write(Member member, Object value, Format usual) {
        return switch (value) {
            case Instant instant -> instant(instant, member.format == null ? usual : member.format);
            case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
            default -> value.toString();
        };
    }

    private static String instant(Instant instant, @Nullable Format format) {
        return switch (format) {
            case ISO_8601 -> DateTimeFormatter.ISO_INSTANT.format(instant);
            case RFC_822 ->
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
            case UNIX_TIMESTAMP -> epoch(instant).toPlainString();
            case UNIX_TIMESTAMP_MILLIS -> Long.toString(instant.toEpochMilli());
            case null, default -> throw new IllegalArgumentException("no form for " + instant);
        };
    }
}
