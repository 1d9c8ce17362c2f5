package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.EngineVersion;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBMajorEngineVersion;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/// Reads which versions of Aurora's engines can be created in one Region, and which no longer can.
///
/// Source: Amazon RDS API, `DescribeDBEngineVersions` (`IncludeAll` lists those that are not available, too) and
/// `DescribeDBMajorEngineVersions`; Aurora User Guide, "Viewing support dates for engine versions in Amazon RDS
/// Extended Support"; read 2026-11-27.
final class EngineReader {
    private static final List<String> ENGINES = List.of("aurora-mysql", "aurora-postgresql");
    private static final String AVAILABLE = "available";

    private final RegionalSession session;

    EngineReader(RegionalSession session) {
        this.session = session;
    }

    EngineCatalog read() {
        return Attempt.orElse(
                () ->
                        new EngineCatalog.Read(
                                ENGINES.stream().flatMap(name -> of(name).stream()).toList()),
                failure -> new EngineCatalog.Unread(failure.cause()));
    }

    private List<EngineVersion> of(String engine) {
        var listed =
                session
                        .rds()
                        .describeDBEngineVersionsPaginator(request ->
                                request.engine(engine)
                                        .includeAll(true)
                                        .overrideConfiguration(session.rights()))
                        .stream()
                        .flatMap(page -> page.dbEngineVersions().stream())
                        .toList();
        if (listed.isEmpty()) {
            throw new UnexpectedAnswer("AWS answered without a version of " + engine);
        }
        var majors =
                session
                        .rds()
                        .describeDBMajorEngineVersionsPaginator(request ->
                                request.engine(engine).overrideConfiguration(session.rights()))
                        .stream()
                        .flatMap(page -> page.dbMajorEngineVersions().stream())
                        .toList();
        SortedSet<String> available =
                listed.stream()
                        .filter(version -> AVAILABLE.equals(version.status()))
                        .map(version -> orEmpty(version.engineVersion()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return listed.stream().map(version -> version(engine, version, available, majors)).toList();
    }

    private static EngineVersion version(
            String engine,
            DBEngineVersion version,
            SortedSet<String> available,
            List<DBMajorEngineVersion> majors) {
        var number = required(version.engineVersion(), "DBEngineVersion.EngineVersion");
        return new EngineVersion(
                engine,
                number,
                orEmpty(version.status()),
                upgradeTo(version.validUpgradeTarget(), available),
                supportEndsAt(number, majors));
    }

    /// The last that keeps the major version; else the first that does not.
    private static Optional<String> upgradeTo(
            List<UpgradeTarget> targets, SortedSet<String> available) {
        var minor = new ArrayList<String>();
        var major = new ArrayList<String>();
        for (var target : targets) {
            var number = orEmpty(target.engineVersion());
            if (available.contains(number)) {
                (Boolean.TRUE.equals(target.isMajorVersionUpgrade()) ? major : minor).add(number);
            }
        }
        return minor.isEmpty() ? major.stream().findFirst() : Optional.of(minor.getLast());
    }

    /// Of the major version that fits best: 8.0 and not 8 for 8.0.mysql_aurora.3.08.2.
    private static Optional<Instant> supportEndsAt(
            String version, List<DBMajorEngineVersion> majors) {
        return majors.stream()
                .filter(major -> isOf(version, orEmpty(major.majorEngineVersion())))
                .max(Comparator.comparingInt(major -> orEmpty(major.majorEngineVersion()).length()))
                .flatMap(EngineReader::lastEnd);
    }

    private static boolean isOf(String version, String major) {
        return version.equals(major) || version.startsWith(major + ".");
    }

    /// Support without an end ends never.
    private static Optional<Instant> lastEnd(DBMajorEngineVersion major) {
        var ends =
                major.supportedEngineLifecycles().stream()
                        .map(lifecycle -> Optional.ofNullable(lifecycle.lifecycleSupportEndDate()))
                        .toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Instant::compareTo)
                : Optional.empty();
    }
}
