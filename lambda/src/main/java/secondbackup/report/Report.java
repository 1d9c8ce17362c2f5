package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.gap.Severity;
import secondbackup.history.History;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ClusterId;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict.Standing;

/// What one sweep found, as it is written for people and machines. Version 2; its schema is
/// `schema/report.schema.json` among the resources.
///
/// @param sweep name of the sweep
/// @param lastSweep name of the sweep whose report this one was compared with
/// @param hidden gaps of earlier reports whose subject could not be seen this time: neither standing nor gone
/// @param gone gaps of the last report whose cluster or account is no more: deleted, or left the organization
/// @param excluded accounts that policies leave out for a while
/// @param notSeen what could not be seen, a sentence each
/// @param facts what is worth knowing though it broke no promise (closed Regions, excluded accounts, ...)
/// @param history what the last days were like
/// @param lanes copy slots of each vault
/// @param costs what it costs to keep the copies, estimated
public record Report(
        int version,
        String sweep,
        Optional<String> lastSweep,
        Instant generatedAt,
        Summary summary,
        List<ClusterLine> clusters,
        List<GapLine> gaps,
        List<GapLine> hidden,
        List<GapLine> gone,
        List<Excluded> excluded,
        List<String> notSeen,
        List<String> facts,
        History history,
        List<Lane> lanes,
        Costs costs) {
    public static final int VERSION = 2;

    /// The sweep in numbers. The four kinds of cluster add up to all that were seen.
    ///
    /// @param accounts accounts that the organization lists, closed ones among them
    /// @param accountsUnseen those of them that could not be read
    /// @param copies usable copies in the vaults that could be read
    /// @param newCopies good copies with data newer than the last report knew; 0 in the first report
    public record Summary(
            int clusters,
            int protectedClusters,
            int unprotectedClusters,
            int youngClusters,
            int unknownClusters,
            int accounts,
            int accountsUnseen,
            int copies,
            int newCopies) {}

    /// One cluster.
    ///
    /// @param rung how far its newest good copy got
    /// @param newestAt when the data of that copy was taken
    /// @param copyAgeMax empty where no promise binds it
    /// @param holding what it has in the vault
    public record ClusterLine(
            ClusterId id,
            String accountName,
            Standing standing,
            Rung rung,
            Optional<Instant> newestAt,
            Optional<Instant> expiresAt,
            Optional<Duration> copyAgeMax,
            List<String> rules,
            Holding holding) {}

    /// One gap, in words.
    ///
    /// @param key the same for the same gap in every report
    /// @param kind such as `CopyLate`
    /// @param account empty where the gap is about no account
    /// @param region empty where the gap is about no Region
    /// @param subject cluster, vault, account or Region as people know it
    /// @param arn ARN of the cluster or vault, or empty
    /// @param since first sweep that saw it
    /// @param runbook heading in the README and name of the runbook page
    /// @param root the same for all gaps of one root cause, in every report: the kind that names it, and what it is
    public record GapLine(
            String key,
            String kind,
            Severity severity,
            Optional<AccountId> account,
            String accountName,
            String region,
            String subject,
            String arn,
            Instant since,
            String what,
            String cause,
            String remedy,
            String runbook,
            String root) {}

    /// An account that policies leave out for a while.
    ///
    /// @param until last day of it
    /// @param seen whether `clusters` are all that it has
    public record Excluded(
            AccountId account,
            String accountName,
            String owner,
            String reason,
            LocalDate until,
            boolean seen,
            List<ClusterId> clusters) {
        public Excluded {
            clusters = List.copyOf(clusters);
        }
    }

    /// The same, with more that could not be seen.
    public Report withUnseen(List<String> more) {
        return new Report(
                version,
                sweep,
                lastSweep,
                generatedAt,
                summary,
                clusters,
                gaps,
                hidden,
                gone,
                excluded,
                Stream.concat(notSeen.stream(), more.stream()).toList(),
                facts,
                history,
                lanes,
                costs);
    }

    public Report {
        clusters = List.copyOf(clusters);
        gaps = List.copyOf(gaps);
        hidden = List.copyOf(hidden);
        gone = List.copyOf(gone);
        excluded = List.copyOf(excluded);
        notSeen = List.copyOf(notSeen);
        facts = List.copyOf(facts);
        lanes = List.copyOf(lanes);
    }
}
