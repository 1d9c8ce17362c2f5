package secondbackup.sweep;

import java.util.Optional;
import secondbackup.inventory.ApiCall;
import secondbackup.policy.Tripwires;
import secondbackup.report.TripwireNotice;

/// Tells people of one call at once, when it is one of those that ring.
public record TripwireSweep(Tripwires tripwires, Notifier notifier) {
    /// @return empty where nobody need hear of the call
    public Optional<Notifier.Said> run(ApiCall call) {
        return tripwires
                .rungBy(call)
                .map(wire -> notifier.say(TripwireNotice.of(call, wire, tripwires)));
    }
}
