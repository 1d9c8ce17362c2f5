package secondbackup.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.OtherCluster;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.policy.Estate;

/// Reads one Region of one account: clusters everywhere, and in source Regions all that their backups hang on.
/// One call that fails makes the whole Region unread.
final class RegionReader {
    private final Estate estate;
    private final Instant now;

    RegionReader(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    /// What came of it.
    ///
    /// @param others clusters beside Aurora, as far as they could be listed
    record Reading(RegionView view, List<OtherCluster> others) {
        static Reading without(RegionView view) {
            return new Reading(view, List.of());
        }
    }

    Reading read(RegionalSession session) {
        return Attempt.orElse(
                () -> {
                    var clusters = new ClusterReader(session, now).read();
                    return new Reading(open(session, clusters.aurora()), clusters.others());
                },
                failure -> Reading.without(unread(session, failure)));
    }

    /// A Region is closed only when it does not even let its clusters be listed: whoever closes nothing but
    /// backups does not make clusters disappear.
    private static RegionView unread(RegionalSession session, Failure failure) {
        return failure.byServiceControlPolicy()
                ? new RegionView.Closed(session.region(), failure.cause())
                : new RegionView.Unreadable(session.region(), failure.cause());
    }

    private RegionView open(RegionalSession session, List<Cluster> clusters) {
        if (!source(session.region(), clusters)) {
            return new RegionView.Elsewhere(session.region(), clusters);
        }
        return Attempt.orElse(
                () -> source(session, clusters),
                failure -> new RegionView.Unreadable(session.region(), failure.cause()));
    }

    /// Where no estate has been laid out yet, every Region that has clusters counts.
    private boolean source(Region region, List<Cluster> clusters) {
        return estate.sourceRegions().isEmpty()
                ? !clusters.isEmpty()
                : estate.sourceRegions().contains(region);
    }

    private RegionView source(RegionalSession session, List<Cluster> clusters) {
        var vaults = new MemberVaultReader(session, estate).read();
        return new RegionView.Source(
                session.region(),
                new SizeReader(session, now).addTo(clusters),
                auroraOptedIn(session),
                new PlanReader(session).read(),
                vaults,
                new PointReader(session).in(vaults.stream().map(MemberVault::name).toList()),
                new CopyJobLister(session).read(now),
                new KeyReader(session, estate).read(clusters),
                clusters.isEmpty() ? List.of() : new BackupJobLister(session, estate).read(now));
    }

    /// Source: AWS Backup API, `DescribeRegionSettings`: a type that is missing from the map is not opted in;
    /// read 2026-11-22.
    static boolean auroraOptedIn(RegionalSession session) {
        Map<String, Boolean> preferences =
                session.backup()
                        .describeRegionSettings(
                                request -> request.overrideConfiguration(session.rights()))
                        .resourceTypeOptInPreference();
        return Boolean.TRUE.equals(preferences.get(PointReader.AURORA));
    }
}
