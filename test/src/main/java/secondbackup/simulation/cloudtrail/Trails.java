package secondbackup.simulation.cloudtrail;

import java.util.ArrayList;
import java.util.List;

/// The trails of all accounts.
public final class Trails {
    /// One trail.
    public static final class Trail {
        public final String name;
        public final String account;

        /// Home Region.
        public final String region;

        public boolean multiRegion = true;

        /// Whether it records every account of the organization.
        public boolean ofOrganization;

        public boolean logging = true;

        public Trail(String name, String account, String region) {
            this.name = name;
            this.account = account;
            this.region = region;
        }

        public String arn() {
            return "arn:aws:cloudtrail:" + region + ":" + account + ":trail/" + name;
        }
    }

    public final List<Trail> all = new ArrayList<>();

    /// Whether a trail that is logging covers what an account does in a Region.
    ///
    /// @param member whether the account belongs to the organization
    public boolean cover(String account, String region, boolean member) {
        return all.stream()
                .filter(trail -> trail.logging)
                .filter(trail -> trail.multiRegion || trail.region.equals(region))
                .anyMatch(
                        trail -> trail.account.equals(account) || (trail.ofOrganization && member));
    }
}
