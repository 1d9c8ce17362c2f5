package secondbackup.simulation.events;

/// How badly events are delivered, in shares of 0 to 1 of all events.
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge" ("in a
/// best-effort manner every 5 minutes"), read 2026-11-22. How many are lost is not documented.
///
/// @param lost never arrive
/// @param repeated arrive a second time, later
/// @param disordered arrive after events that were emitted later
public record Delivery(double lost, double repeated, double disordered) {
    public Delivery {
        check("lost", lost);
        check("repeated", repeated);
        check("disordered", disordered);
    }

    public static Delivery likely() {
        return new Delivery(0.01, 0.01, 0.02);
    }

    public static Delivery perfect() {
        return new Delivery(0, 0, 0);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is a share of 0 to 1, not " + share);
        }
    }
}
