package secondbackup.simulation.s3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.HttpQuestion;
import software.amazon.awssdk.core.SdkBytes;

/// What a PutObject carries. Newer SDKs send it in chunks with its checksum behind them.
///
/// Source: Amazon S3 API Reference, "Signature calculations for the Authorization header: transferring
/// payload in multiple chunks, including trailing headers", read 2026-11-22.
///
/// @param crc32 of the content, in base64
record Upload(SdkBytes content, String crc32) {
    private static final String CHECKSUM = "x-amz-checksum-crc32";

    static Upload of(HttpQuestion question) {
        var body = question.body().asByteArray();
        var chunked = question.header("x-amz-content-sha256").startsWith("STREAMING-");
        var upload = chunked ? unchunk(body) : plain(body, question.header(CHECKSUM));
        var decoded = question.header("x-amz-decoded-content-length");
        if (chunked
                && !decoded.equals(Integer.toString(upload.content.asByteArrayUnsafe().length))) {
            throw new AwsError(400, "IncompleteBody", "The request body terminated unexpectedly");
        }
        return upload;
    }

    private static Upload plain(byte[] content, String claimed) {
        var crc32 = crc32(content);
        if (!claimed.isEmpty() && !claimed.equals(crc32)) {
            throw new AwsError(
                    400,
                    "BadDigest",
                    "The CRC32 you specified did not match the calculated checksum.");
        }
        return new Upload(SdkBytes.fromByteArrayUnsafe(content), crc32);
    }

    private static Upload unchunk(byte[] body) {
        var content = new ByteArrayOutputStream();
        var at = 0;
        var line = line(body, at);
        for (var size = size(line); size > 0; size = size(line)) {
            at += line.length() + 2;
            content.write(body, at, size);
            at += size + 2;
            line = line(body, at);
        }
        return plain(content.toByteArray(), trailer(body, at + line.length() + 2));
    }

    private static int size(String line) {
        var end = line.indexOf(';');
        return Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
    }

    private static String trailer(byte[] body, int start) {
        var trailers = new String(body, start, body.length - start, StandardCharsets.US_ASCII);
        for (var line : trailers.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(CHECKSUM + ":")) {
                return line.substring(CHECKSUM.length() + 1).strip();
            }
        }
        return "";
    }

    private static String line(byte[] body, int start) {
        var end = start;
        while (body[end] != '\r') {
            end++;
        }
        return new String(body, start, end - start, StandardCharsets.US_ASCII);
    }

    private static String crc32(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var bytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
