package secondbackup.simulation.rds;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/// Which engine versions can be created.
///
/// Source: Amazon RDS API model, DescribeDBEngineVersionsMessage, DBEngineVersion and UpgradeTarget, 2026-11-27.
final class EngineVersionOperations {
    private final EngineVersions versions;
    private final Filters<EngineVersions.Version> filters = new Filters<>(knownFilters());

    EngineVersionOperations(EngineVersions versions) {
        this.versions = versions;
    }

    void register(Operations operations) {
        operations.on(
                DescribeDbEngineVersionsRequest.class,
                (_, _) -> List.of(AccessRequest.of("rds:DescribeDBEngineVersions", "*")),
                this::describe);
    }

    private DescribeDbEngineVersionsResponse describe(
            DescribeDbEngineVersionsRequest request, Call call) {
        var includeAll = Boolean.TRUE.equals(request.includeAll());
        var chosen =
                versions.in(call.region(), includeAll).stream()
                        .filter(version -> isChosen(request, version))
                        .toList();
        var page =
                Page.of(
                        filters.apply(request.filters(), chosen),
                        version -> version.engine() + " " + version.version(),
                        request.maxRecords(),
                        request.marker());
        return DescribeDbEngineVersionsResponse.builder()
                .dbEngineVersions(
                        page.items().stream().map(version -> view(version, call.region())).toList())
                .marker(page.marker())
                .build();
    }

    private static boolean isChosen(
            DescribeDbEngineVersionsRequest request, EngineVersions.Version version) {
        var engine = request.engine();
        var number = request.engineVersion();
        var family = request.dbParameterGroupFamily();
        var defaultOnly = Boolean.TRUE.equals(request.defaultOnly());
        return (engine == null || engine.equals(version.engine()))
                && (number == null || isVersion(version, number))
                && (family == null || family.equals(version.family()))
                && (!defaultOnly || version.main());
    }

    private static boolean isVersion(EngineVersions.Version version, String asked) {
        return version.version().equals(asked) || version.version().startsWith(asked + ".");
    }

    private DBEngineVersion view(EngineVersions.Version version, String region) {
        var retired = versions.isRetired(region, version.engine(), version.version());
        return DBEngineVersion.builder()
                .engine(version.engine())
                .engineVersion(version.version())
                .dbParameterGroupFamily(version.family())
                .status(retired ? "deprecated" : "available")
                .supportedEngineModes("provisioned")
                .validUpgradeTarget(targets(version, region))
                .build();
    }

    /// Newer versions of the engine in the table's order, but for retired ones.
    private List<UpgradeTarget> targets(EngineVersions.Version from, String region) {
        return versions.in(region, true).stream()
                .filter(to -> to.engine().equals(from.engine()))
                .dropWhile(to -> !to.equals(from))
                .skip(1)
                .filter(to -> !versions.isRetired(region, to.engine(), to.version()))
                .map(to ->
                        UpgradeTarget.builder()
                                .engine(to.engine())
                                .engineVersion(to.version())
                                .isMajorVersionUpgrade(!to.family().equals(from.family()))
                                .build())
                .toList();
    }

    private static SequencedMap<String, BiPredicate<EngineVersions.Version, String>>
            knownFilters() {
        var known = new TreeMap<String, BiPredicate<EngineVersions.Version, String>>();
        known.put("db-parameter-group-family", (version, value) -> version.family().equals(value));
        known.put("engine", (version, value) -> version.engine().equals(value));
        known.put("engine-mode", (_, value) -> value.equals("provisioned"));
        known.put("engine-version", (version, value) -> version.version().equals(value));
        known.put("status", (_, value) -> value.equals("available"));
        return known;
    }
}
