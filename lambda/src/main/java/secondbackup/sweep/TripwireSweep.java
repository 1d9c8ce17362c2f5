package secondbackup.sweep;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import secondbackup.inventory.ApiCall;
import secondbackup.policy.Notices;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Tripwires;
import secondbackup.report.TripwireNotice;

/// Tells people of one call at once, when it is one of those that ring: every channel that hears of what is dangerous
/// in the call's account. Told again when one of them could not be reached.
///
/// @param way the way to a channel
public record TripwireSweep(Tripwires tripwires, Notices notices, Function<Channel, Notifier> way) {
    /// @return empty where nobody need hear of the call
    public Optional<Notifier.Said> run(ApiCall call) {
        return tripwires
                .rungBy(call)
                .map(wire -> {
                    var message = TripwireNotice.of(call, wire, tripwires);
                    var causes = new ArrayList<String>();
                    for (var channel : notices.channels()) {
                        if (channel.hearsAlarms(call.account())
                                && way.apply(channel).say(message)
                                        instanceof Notifier.Said.NotDelivered(var cause)) {
                            causes.add(cause + " (channel " + channel.name() + ")");
                        }
                    }
                    return causes.isEmpty()
                            ? new Notifier.Said.Delivered()
                            : new Notifier.Said.NotDelivered(String.join("; ", causes));
                });
    }
}
