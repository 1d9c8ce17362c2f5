package secondbackup.simulation.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/// An HTTP response as AWS sends it.
public record HttpAnswer(int status, SequencedMap<String, String> headers, SdkBytes body) {

    public HttpAnswer {
        headers = Collections.unmodifiableSequencedMap(new TreeMap<>(headers));
    }

    public static HttpAnswer empty(int status) {
        return new HttpAnswer(status, new TreeMap<>(), SdkBytes.fromByteArrayUnsafe(new byte[0]));
    }

    public static HttpAnswer of(int status, String contentType, byte[] body) {
        return empty(status).with("Content-Type", contentType).holding(body);
    }

    public static HttpAnswer of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpAnswer with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body);
    }

    /// As it crosses the wire: with its length, and without its body where only the head was asked for.
    HttpAnswer sent(boolean headOnly) {
        var whole = with("Content-Length", Integer.toString(body.asByteArrayUnsafe().length));
        return headOnly ? whole.holding(new byte[0]) : whole;
    }

    public HttpAnswer holding(byte[] bytes) {
        return new HttpAnswer(status, headers, SdkBytes.fromByteArrayUnsafe(bytes));
    }
}
