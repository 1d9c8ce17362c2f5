package secondbackup.simulation.wire;

/// Which Regions an account may use. Its edge is the account's own settings.
@FunctionalInterface
public interface RegionGate {
    /// @return whether the Region is enabled for the account
    boolean open(String account, String region);
}
