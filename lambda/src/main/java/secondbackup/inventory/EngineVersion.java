package secondbackup.inventory;

import java.time.Instant;
import java.util.Optional;

/// One version of a database engine, as RDS offers it in one Region.
///
/// @param status as RDS says it: `available`, or `deprecated` where no cluster can be made with it any more
/// @param upgradeTo a version that can be created, and that RDS upgrades this one to; empty where there is none
/// @param supportEndsAt when AWS ends every support of its major version, extended support included; empty where
///     AWS gives no date
public record EngineVersion(
        String engine,
        String version,
        String status,
        Optional<String> upgradeTo,
        Optional<Instant> supportEndsAt) {}
