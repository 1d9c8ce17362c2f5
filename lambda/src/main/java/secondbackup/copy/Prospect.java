package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import secondbackup.inventory.ClusterId;

/// What a forecast says of one cluster's promise.
///
/// @param late how far past its limit the newest copy's data will be at worst; zero where the promise holds
/// @param brokenFrom when the promise breaks, or now where it is broken; empty where it holds
/// @param keptFrom when it holds again for the first time; empty where it holds throughout, or not again in time
public record Prospect(
        ClusterId cluster,
        Duration late,
        Optional<Instant> brokenFrom,
        Optional<Instant> keptFrom) {}
