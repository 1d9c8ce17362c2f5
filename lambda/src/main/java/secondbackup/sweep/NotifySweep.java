package secondbackup.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import secondbackup.policy.Estate;
import secondbackup.policy.Notices;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Pages;
import secondbackup.report.Links;
import secondbackup.report.Occasion;
import secondbackup.report.Report;
import secondbackup.report.SlackNotice;
import secondbackup.sweep.Notifier.Said;

/// Tells each channel what a report says, compared with the one of which the channel last heard. A channel that
/// cannot be reached keeps no other from hearing, and hears all of it at the next chance.
///
/// Fails: IllegalArgumentException when the sweep has no report.
///
/// @param way the way to a channel
public record NotifySweep(
        SweepStore store, Notices notices, Estate estate, Function<Channel, Notifier> way) {
    public Said run(String sweep) {
        var report =
                store.report(sweep)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "sweep '" + sweep + "' has no report"));
        var causes = new ArrayList<String>();
        for (var channel : notices.channels()) {
            if (tell(channel, report) instanceof Said.NotDelivered(var cause)) {
                causes.add(cause + " (channel " + channel.name() + ")");
            }
        }
        return causes.isEmpty()
                ? new Said.Delivered()
                : new Said.NotDelivered(String.join("; ", causes));
    }

    private Said tell(Channel channel, Report report) {
        var told = store.told();
        var last = told.by(channel.name());
        if (last.filter(before -> !isBefore(before, report.sweep())).isPresent()) {
            return new Said.Delivered();
        }
        var known = last.or(report::lastSweep).flatMap(store::report);
        var heardAt = last.flatMap(_ -> known).map(Report::generatedAt);
        var message =
                SlackNotice.of(
                        report,
                        known,
                        channel,
                        Occasion.of(heardAt, report.generatedAt()),
                        Links.of(Pages.of(notices, estate), store.pageKey(report.sweep())));
        var said = message.map(text -> way.apply(channel).say(text)).orElseGet(Said.Delivered::new);
        if (said instanceof Said.Delivered) {
            store.write(told.with(channel.name(), report.sweep()));
        }
        return said;
    }

    private static boolean isBefore(String sweep, String other) {
        return Instant.parse(sweep).isBefore(Instant.parse(other));
    }
}
