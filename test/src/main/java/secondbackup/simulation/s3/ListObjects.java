package secondbackup.simulation.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HttpAnswer;

/// Source: Amazon S3 API Reference, "ListObjectsV2", read 2026-11-22.
record ListObjects() implements BucketOperation {

    @Override
    public List<String> parameters() {
        return List.of(
                "list-type",
                "prefix",
                "delimiter",
                "continuation-token",
                "start-after",
                "max-keys",
                "encoding-type",
                "fetch-owner");
    }

    @Override
    public List<AccessRequest> rights(Buckets.Bucket bucket, Ask ask) {
        return List.of(
                AccessRequest.of("s3:ListBucket", bucket.arn())
                        .with("s3:prefix", ask.value("prefix"))
                        .with("s3:delimiter", ask.value("delimiter")));
    }

    @Override
    public HttpAnswer answer(Buckets.Bucket bucket, Ask ask, Call call) {
        var names = new ArrayList<>(names(bucket, ask).tailSet(after(ask), false));
        var page = names.subList(0, Math.min(names.size(), Listing.pageSize(ask)));
        var listing = Listing.open("ListBucketResult", bucket, ask);
        listing.leaf("KeyCount", Integer.toString(page.size()));
        listing.leaf("IsTruncated", Boolean.toString(page.size() < names.size()));
        echo(listing, ask);
        if (page.size() < names.size() && !page.isEmpty()) {
            listing.leaf("NextContinuationToken", token(page.getLast()));
        }
        for (var name : page) {
            entry(listing, bucket, name, ask);
        }
        return listing.close("ListBucketResult");
    }

    /// Keys and common prefixes, in order.
    private static TreeSet<String> names(Buckets.Bucket bucket, Ask ask) {
        var names = new TreeSet<String>();
        var prefix = ask.value("prefix");
        for (var key : bucket.objects.tailMap(ask.value("start-after"), false).keySet()) {
            if (key.startsWith(prefix)) {
                names.add(rolledUp(key, prefix, ask.value("delimiter")));
            }
        }
        return names;
    }

    private static String rolledUp(String key, String prefix, String delimiter) {
        var end = end(key, prefix, delimiter);
        return end < 0 ? key : key.substring(0, end + delimiter.length());
    }

    private static int end(String key, String prefix, String delimiter) {
        return delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    }

    private static String after(Ask ask) {
        var token = ask.value("continuation-token");
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw S3Errors.invalid("The continuation token provided is incorrect");
        }
    }

    private static String token(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void echo(Listing listing, Ask ask) {
        if (!ask.value("delimiter").isEmpty()) {
            listing.name("Delimiter", ask.value("delimiter"));
        }
        if (!ask.value("start-after").isEmpty()) {
            listing.name("StartAfter", ask.value("start-after"));
        }
        if (!ask.value("continuation-token").isEmpty()) {
            listing.leaf("ContinuationToken", ask.value("continuation-token"));
        }
    }

    private static void entry(Listing listing, Buckets.Bucket bucket, String name, Ask ask) {
        if (end(name, ask.value("prefix"), ask.value("delimiter")) >= 0) {
            listing.xml().open("CommonPrefixes");
            listing.name("Prefix", name).xml().close("CommonPrefixes");
        } else {
            listing.xml().open("Contents");
            listing.version(bucket.newest(name).orElseThrow()).xml().close("Contents");
        }
    }
}
