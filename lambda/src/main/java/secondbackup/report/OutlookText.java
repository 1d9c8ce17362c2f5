package secondbackup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.history.DayCount;

/// The last weeks, the copy slots and the costs, a line each.
final class OutlookText {
    private static final int DAYS = 35;
    private static final long CENTS = 100;

    private OutlookText() {}

    static List<String> of(Report report) {
        var lines = new ArrayList<String>();
        past(report).ifPresent(lines::add);
        report.lanes().forEach(lane -> lines.add(lane(lane)));
        costs(report.costs()).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> past(Report report) {
        var all = report.history().days();
        var days = all.subList(Math.max(0, all.size() - DAYS), all.size());
        var counted = days.stream().mapToLong(day -> (long) day.clusters() - day.young()).sum();
        if (counted == 0) {
            return Optional.empty();
        }
        var kept = days.stream().mapToLong(DayCount::kept).sum();
        return Optional.of(
                "Last "
                        + days.size()
                        + (days.size() == 1 ? " day" : " days")
                        + ": promises kept on "
                        + kept * CENTS / counted
                        + " % of the clusters' days.");
    }

    private static String lane(Lane lane) {
        var now = lane.used().isEmpty() ? 0 : lane.used().getLast();
        return "Copy slots of "
                + PlainText.name(lane.vault().name())
                + ": "
                + now
                + " of "
                + lane.slots()
                + " in use this hour, "
                + lane.waiting()
                + " copies waiting"
                + lane.doneAt().map(at -> "; all done at about " + TimeText.of(at)).orElse("")
                + ".";
    }

    private static Optional<String> costs(Costs costs) {
        if (costs.basis().isEmpty()) {
            return Optional.empty();
        }
        var cents = costs.accounts().stream().mapToLong(Costs.OfAccount::usdCentsPerMonth).sum();
        return Optional.of(
                "The copies cost about "
                        + (cents + CENTS / 2) / CENTS
                        + " US dollars a month: an estimate, see the page.");
    }
}
