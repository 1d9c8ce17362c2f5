package secondbackup.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The engine versions that RDS knows where a vault is.
public sealed interface EngineCatalog {
    /// @param versions those that can be created, and those that no longer can
    record Read(List<EngineVersion> versions) implements EngineCatalog {
        public Read {
            versions =
                    versions.stream()
                            .sorted(
                                    Comparator.comparing(EngineVersion::engine)
                                            .thenComparing(EngineVersion::version))
                            .toList();
        }

        public Optional<EngineVersion> find(String engine, String version) {
            return versions.stream()
                    .filter(one -> one.engine().equals(engine) && one.version().equals(version))
                    .findFirst();
        }
    }

    record Unread(String cause) implements EngineCatalog {}
}
