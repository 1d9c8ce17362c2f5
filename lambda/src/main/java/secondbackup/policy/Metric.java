package secondbackup.policy;

/// What is measured, under the names by which Amazon CloudWatch knows it: Lambdas write them, stacks draw and watch
/// them.
///
/// None has a dimension of which there could be many, such as an account or a cluster: each value would be, and cost,
/// a metric of its own.
///
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format" (units, high-cardinality dimensions),
/// read 2026-11-27.
public enum Metric {
    /// Protected clusters of all that were seen. Not written where none was seen.
    PROTECTED_SHARE("ProtectedShare", Unit.PERCENT),
    CLUSTERS("Clusters", Unit.COUNT),
    PROTECTED_CLUSTERS("ProtectedClusters", Unit.COUNT),
    UNPROTECTED_CLUSTERS("UnprotectedClusters", Unit.COUNT),
    YOUNG_CLUSTERS("YoungClusters", Unit.COUNT),
    UNKNOWN_CLUSTERS("UnknownClusters", Unit.COUNT),
    /// Unprotected clusters of which there is no good copy, or one that is older than promised. The other unprotected ones
    /// have their copy in time, in a vault that does not hold it as promised. Not written where it would be 0 and not
    /// everything was seen.
    CLUSTERS_WITHOUT_TIMELY_COPY("ClustersWithoutTimelyCopy", Unit.COUNT),
    ACCOUNTS_UNSEEN("AccountsUnseen", Unit.COUNT),
    /// How much the report says could not be seen, and how many answers were not understood; a Region that could not
    /// be read is both.
    NOT_SEEN("NotSeen", Unit.COUNT),
    /// Age of the data of the newest good copy, of the cluster with which it is worst. Not written where no promise is
    /// seen to be broken and not everything was seen.
    WORST_COPY_AGE("WorstCopyAgeHours", Unit.NONE),
    /// The same as a share of the promised age: above 100 a promise is broken.
    WORST_COPY_AGE_SHARE("WorstCopyAgeShare", Unit.PERCENT),
    /// Open gaps, of one kind or of one severity, with those that were open when last seen and not seen this time.
    GAPS("Gaps", Unit.COUNT),
    COPY_SLOTS("CopySlots", Unit.COUNT),
    COPY_SLOTS_USED("CopySlotsUsed", Unit.COUNT),
    /// How long ago the sweep began on which the next orders hang. Copy writes it.
    SWEEP_AGE("SweepAgeHours", Unit.NONE),
    /// How long no self-test of the tripwires has reached every channel. Notify writes it.
    SELF_TEST_AGE("SelfTestAgeDays", Unit.NONE),
    COPIES_STARTED("CopiesStarted", Unit.COUNT),
    COPIES_REFUSED("CopiesRefused", Unit.COUNT),
    COPIES_WAITING("CopiesWaiting", Unit.COUNT);

    public static final String NAMESPACE = "SecondBackup";

    /// What a metric may be divided by.
    public enum Dimension {
        KIND("Kind"),
        SEVERITY("Severity"),
        VAULT("Vault");

        private final String title;

        Dimension(String title) {
            this.title = title;
        }

        /// As Amazon CloudWatch knows it.
        public String title() {
            return title;
        }
    }

    /// What a value counts. Amazon CloudWatch knows no hours.
    private enum Unit {
        COUNT("Count"),
        PERCENT("Percent"),
        NONE("None");

        private final String title;

        Unit(String title) {
            this.title = title;
        }
    }

    private final String title;
    private final Unit unit;

    Metric(String title, Unit unit) {
        this.title = title;
        this.unit = unit;
    }

    /// As Amazon CloudWatch knows it.
    public String title() {
        return title;
    }

    /// As Amazon CloudWatch knows it.
    public String unit() {
        return unit.title;
    }
}
