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
}
