package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;
import secondbackup.policy.Notices;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Tripwire;
import secondbackup.policy.Tripwires;
import secondbackup.report.TripwireNotice;

/// Tells people of one call at once, when it is one of those that ring: every channel that hears of what is dangerous
/// in the call's account. Told again when one of them could not be reached.
///
/// The self-test is told to every channel, and remembered once all of them took it.
///
/// @param way the way to a channel
public record TripwireSweep(
        Tripwires tripwires, Notices notices, Function<Channel, Notifier> way, SweepStore store) {
    /// @return empty where nobody need hear of the call
    public Optional<Notifier.Said> run(ApiCall call) {
        return tripwires.rungBy(call).map(wire -> tell(call, wire));
    }

    private Notifier.Said tell(ApiCall call, Tripwire wire) {
        var message = TripwireNotice.of(call, wire, tripwires);
        var causes = new ArrayList<String>();
        for (var channel : notices.channels()) {
            if ((wire.selfTest() || channel.hearsAlarms(call.account()))
                    && way.apply(channel).say(message)
                            instanceof Notifier.Said.NotDelivered(var cause)) {
                causes.add(cause + " (channel " + channel.name() + ")");
            }
        }
        if (!causes.isEmpty()) {
            return new Notifier.Said.NotDelivered(String.join("; ", causes));
        }
        if (wire.selfTest()) {
            store.write(store.selfTests().heard(call.account(), call.at()));
        }
        return new Notifier.Said.Delivered();
    }

    /// How long no self-test has reached every channel, of the vault account that is longest without. An account of
    /// which nothing is known is waited for from now on.
    public Optional<Duration> sinceSelfTest(Instant now) {
        var known = store.selfTests();
        var waiting = known.waitingFor(vaultAccounts(), now);
        if (!waiting.equals(known)) {
            store.write(waiting);
        }
        return waiting.age(vaultAccounts(), now);
    }

    private List<AccountId> vaultAccounts() {
        return tripwires.estate().vaults().stream()
                .map(vault -> vault.account())
                .distinct()
                .toList();
    }
}
