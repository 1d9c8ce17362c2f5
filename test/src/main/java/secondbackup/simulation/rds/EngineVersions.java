package secondbackup.simulation.rds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.wire.AwsError;

/// The engine versions that a new cluster can have, by Region; the world retires some.
public final class EngineVersions {
    /// One version of one engine.
    ///
    /// @param family parameter group family, such as `aurora-postgresql16`
    /// @param main whether it is the one a new cluster gets when none is named
    public record Version(String engine, String version, String family, boolean main) {}

    private static final String TABLE = "/simulation/engine-versions.json";

    private final List<Version> all;
    private final TreeSet<String> retired = new TreeSet<>();

    /// With the versions of a table that stands for what AWS offers.
    public EngineVersions() {
        this(table());
    }

    public EngineVersions(List<Version> all) {
        this.all = List.copyOf(all);
    }

    private static List<Version> table() {
        try (var stream = EngineVersions.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + TABLE);
            }
            return List.of(new ObjectMapper().readValue(stream, Version[].class));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + TABLE, unreadable);
        }
    }

    /// From now on no cluster can be made with a version.
    ///
    /// @param region or `*` for all
    public void retire(String region, String engine, String version) {
        retired.add(region + "/" + engine + "/" + version);
    }

    public boolean isRetired(String region, String engine, String version) {
        var name = "/" + engine + "/" + version;
        return retired.contains("*" + name) || retired.contains(region + name);
    }

    /// Whether a cluster can be made with a version.
    public boolean offers(String region, String engine, String version) {
        return in(region, false).stream()
                .anyMatch(one -> one.engine().equals(engine) && one.version().equals(version));
    }

    /// When AWS ends every support of a version; empty where it is not known.
    public Optional<Instant> supportEndsAt(String engine, String version) {
        return EngineMajors.all().stream()
                .filter(major -> major.engine().equals(engine))
                .filter(major -> version.startsWith(major.major() + "."))
                .map(EngineMajors.Major::extendedEndsAt)
                .findFirst();
    }

    /// Available versions in a Region, and retired ones where asked.
    List<Version> in(String region, boolean retiredToo) {
        return all.stream()
                .filter(each -> retiredToo || !isRetired(region, each.engine(), each.version()))
                .toList();
    }

    /// The version that a cluster has when none is named.
    public String main(String engine) {
        return all.stream()
                .filter(each -> each.engine().equals(engine) && each.main())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no versions of " + engine))
                .version();
    }

    /// The version that a new cluster gets.
    ///
    /// Fails: AwsError `InvalidParameterValue` where there is no such engine, `InvalidParameterCombination`
    /// where the version cannot be created.
    String creatable(String engine, @Nullable String version, String region) {
        var fitting = new ArrayList<Version>();
        for (var each : in(region, false)) {
            var asked = version == null ? each.main() : isVersion(each.version(), version);
            if (each.engine().equals(engine) && asked) {
                fitting.add(each);
            }
        }
        if (all.stream().noneMatch(each -> each.engine().equals(engine))) {
            throw new AwsError(400, "InvalidParameterValue", "Invalid DB engine");
        }
        if (fitting.isEmpty()) {
            throw new AwsError(
                    400,
                    "InvalidParameterCombination",
                    "Cannot find version " + version + " for " + engine);
        }
        return fitting.getLast().version();
    }

    /// A major version alone means its newest.
    private static boolean isVersion(String version, String asked) {
        return version.matches(Pattern.quote(asked) + "(\\..*)?");
    }
}
