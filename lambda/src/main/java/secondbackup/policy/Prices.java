package secondbackup.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Region;

/// What it costs to keep copies: `policies/prices.json`. For the report's estimate and nothing else.
///
/// @param snapshotStorage prices of Regions
/// @param otherRegions price of every Region without one of its own; empty where nobody gave prices
public record Prices(List<OfRegion> snapshotStorage, Optional<Price> otherRegions) {
    /// One price.
    ///
    /// @param usdPerGbMonth US dollars for one GB (2^30 bytes) and month
    /// @param readOn day on which the source said so
    public record Price(BigDecimal usdPerGbMonth, String source, LocalDate readOn) {}

    /// The price of one Region.
    public record OfRegion(Region region, Price price) {}

    public Prices {
        snapshotStorage = List.copyOf(snapshotStorage);
    }

    /// Of policies that give no prices.
    public static Prices none() {
        return new Prices(List.of(), Optional.empty());
    }

    public Optional<Price> of(Region region) {
        return snapshotStorage.stream()
                .filter(one -> one.region().equals(region))
                .map(OfRegion::price)
                .findFirst()
                .or(() -> otherRegions);
    }
}
