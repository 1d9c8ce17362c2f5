package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.Region;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Reads which Regions an account has, and whether they are enabled.
///
/// Source: AWS Account Management API, `ListRegions`, read 2026-11-22.
final class RegionStatus {
    private RegionStatus() {}

    /// Status by Region, as AWS says it.
    static SortedMap<Region, String> read(
            AwsConnection connection, AwsCredentialsProvider credentials) {
        var regions = new TreeMap<Region, String>();
        connection
                .account()
                .listRegionsPaginator(request ->
                        request.overrideConfiguration(
                                override -> override.credentialsProvider(credentials)))
                .stream()
                .flatMap(page -> page.regions().stream())
                .forEach(region ->
                        regions.put(
                                new Region(required(region.regionName(), "Region.RegionName")),
                                required(
                                        region.regionOptStatusAsString(),
                                        "Region.RegionOptStatus")));
        return regions;
    }
}
