package secondbackup.simulation.organizations;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The Regions of AWS's commercial partition.
///
/// Source: AWS Account Management Reference Guide, "Enable or disable AWS Regions in your account", read
/// 2026-11-22.
final class Regions {
    private static final SortedSet<String> DEFAULT =
            new TreeSet<>(
                    List.of(
                            "ap-northeast-1",
                            "ap-northeast-2",
                            "ap-northeast-3",
                            "ap-south-1",
                            "ap-southeast-1",
                            "ap-southeast-2",
                            "ca-central-1",
                            "eu-central-1",
                            "eu-north-1",
                            "eu-west-1",
                            "eu-west-2",
                            "eu-west-3",
                            "sa-east-1",
                            "us-east-1",
                            "us-east-2",
                            "us-west-1",
                            "us-west-2"));

    private static final SortedSet<String> OPT_IN =
            new TreeSet<>(
                    List.of(
                            "af-south-1",
                            "ap-east-1",
                            "ap-east-2",
                            "ap-south-2",
                            "ap-southeast-3",
                            "ap-southeast-4",
                            "ap-southeast-5",
                            "ap-southeast-6",
                            "ap-southeast-7",
                            "ca-west-1",
                            "eu-central-2",
                            "eu-south-1",
                            "eu-south-2",
                            "il-central-1",
                            "me-central-1",
                            "me-south-1",
                            "mx-central-1"));

    private Regions() {}

    static boolean enabledByDefault(String region) {
        return DEFAULT.contains(region);
    }

    static boolean optIn(String region) {
        return OPT_IN.contains(region);
    }

    /// By name.
    static SortedSet<String> all() {
        var all = new TreeSet<>(DEFAULT);
        all.addAll(OPT_IN);
        return all;
    }
}
