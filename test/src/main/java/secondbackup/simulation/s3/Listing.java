package secondbackup.simulation.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.XmlBody;

/// What both listings share: at most 1,000 entries a page, names encoded where the client asks for it.
///
/// Source: Amazon S3 API Reference, "ListObjectsV2", read 2026-11-22.
record Listing(BucketOperation.Ask ask, XmlBody xml) {
    private static final int MOST = 1000;

    static int pageSize(BucketOperation.Ask ask) {
        var asked = ask.value("max-keys");
        try {
            var size = asked.isEmpty() ? MOST : Integer.parseInt(asked);
            if (size >= 0) {
                return Math.min(MOST, size);
            }
        } catch (NumberFormatException _) {
            // Answered like a negative number.
        }
        throw S3Errors.invalid("Argument maxKeys must be an integer between 0 and 2147483647");
    }

    static Listing open(String tag, Buckets.Bucket bucket, BucketOperation.Ask ask) {
        var listing = new Listing(ask, new XmlBody().open(tag).leaf("Name", bucket.name));
        listing.name("Prefix", ask.value("prefix"));
        listing.xml.leaf("MaxKeys", Integer.toString(pageSize(ask)));
        if (listing.encodes()) {
            listing.xml.leaf("EncodingType", "url");
        }
        return listing;
    }

    /// A key or a part of one.
    Listing name(String tag, String name) {
        xml.leaf(tag, encodes() ? encode(name) : name);
        return this;
    }

    Listing leaf(String tag, String text) {
        xml.leaf(tag, text);
        return this;
    }

    Listing version(Buckets.Version version) {
        name("Key", version.key()).leaf("LastModified", version.lastModified().toString());
        leaf("ETag", version.etag()).leaf("Size", Long.toString(version.size()));
        return leaf("StorageClass", "STANDARD");
    }

    HttpAnswer close(String tag) {
        return HttpAnswer.of(200, "application/xml", xml.close(tag).toString());
    }

    private boolean encodes() {
        return ask.value("encoding-type").equals("url");
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
