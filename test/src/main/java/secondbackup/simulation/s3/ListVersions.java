package secondbackup.simulation.s3;

import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HttpAnswer;

/// Source: Amazon S3 API Reference, "ListObjectVersions", read 2026-11-22.
record ListVersions() implements BucketOperation {

    @Override
    public List<String> parameters() {
        return List.of(
                "versions",
                "prefix",
                "key-marker",
                "version-id-marker",
                "max-keys",
                "encoding-type");
    }

    @Override
    public List<AccessRequest> rights(Buckets.Bucket bucket, Ask ask) {
        return List.of(
                AccessRequest.of("s3:ListBucketVersions", bucket.arn())
                        .with("s3:prefix", ask.value("prefix")));
    }

    @Override
    public HttpAnswer answer(Buckets.Bucket bucket, Ask ask, Call call) {
        var versions = versions(bucket, ask);
        var page = versions.subList(0, Math.min(versions.size(), Listing.pageSize(ask)));
        var listing = Listing.open("ListVersionsResult", bucket, ask);
        listing.leaf("IsTruncated", Boolean.toString(page.size() < versions.size()));
        listing.name("KeyMarker", ask.value("key-marker"));
        listing.leaf("VersionIdMarker", ask.value("version-id-marker"));
        if (page.size() < versions.size() && !page.isEmpty()) {
            listing.name("NextKeyMarker", page.getLast().key());
            listing.leaf("NextVersionIdMarker", page.getLast().id());
        }
        for (var version : page) {
            entry(listing, bucket, version);
        }
        return listing.close("ListVersionsResult");
    }

    /// Those behind the markers: of the marked key, the versions older than the marked one.
    private static List<Buckets.Version> versions(Buckets.Bucket bucket, Ask ask) {
        var found = new ArrayList<Buckets.Version>();
        var key = ask.value("key-marker");
        if (!ask.value("version-id-marker").isEmpty()) {
            found.addAll(older(bucket.versions(key), ask.value("version-id-marker")));
        }
        for (var versions : bucket.objects.tailMap(key, false).values()) {
            found.addAll(versions);
        }
        found.removeIf(version -> !version.key().startsWith(ask.value("prefix")));
        return found;
    }

    private static List<Buckets.Version> older(List<Buckets.Version> versions, String id) {
        var marked = versions.stream().map(Buckets.Version::id).toList().indexOf(id);
        return versions.subList(marked + 1, versions.size());
    }

    private static void entry(Listing listing, Buckets.Bucket bucket, Buckets.Version version) {
        var newest = bucket.newest(version.key()).orElseThrow().equals(version);
        listing.xml().open("Version");
        listing.version(version)
                .leaf("VersionId", version.id())
                .leaf("IsLatest", Boolean.toString(newest));
        listing.xml().close("Version");
    }
}
