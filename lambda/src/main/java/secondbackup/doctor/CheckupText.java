package secondbackup.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import secondbackup.report.Paragraph;

/// Says on a screen what a checkup found. The same trouble in many places is told once, with the fix of the first.
public final class CheckupText {
    private static final int PLACES_MAX = 12;

    private static final String ENROL =
            "The first four checks' findings are put right everywhere by: java -jar second-backup.jar enrol"
                    + " --apply";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private CheckupText(int width) {
        this.width = width;
    }

    /// @param width most characters on a line
    public static List<String> of(List<Finding> findings, int width) {
        var text = new CheckupText(width);
        for (var check : Check.values()) {
            text.check(check, findings.stream().filter(one -> one.check() == check).toList());
        }
        if (findings.stream().anyMatch(CheckupText::enrolMakesIt)) {
            text.lines.addAll(Paragraph.of("", ENROL, width));
        }
        return List.copyOf(text.lines);
    }

    private static boolean enrolMakesIt(Finding finding) {
        return finding instanceof Finding.Found && finding.check().compareTo(Check.OPT_IN) <= 0;
    }

    private void check(Check check, List<Finding> findings) {
        var fine = findings.stream().filter(Finding.Fine.class::isInstance).count();
        var found = new LinkedHashMap<String, List<Finding.Found>>();
        var unseen = new LinkedHashMap<String, List<String>>();
        for (var finding : findings) {
            switch (finding) {
                case Finding.Fine _ -> {}
                case Finding.Found one ->
                        found.computeIfAbsent(one.what(), _ -> new ArrayList<>()).add(one);
                case Finding.CouldNotLook(_, var where, var cause) ->
                        unseen.computeIfAbsent(cause, _ -> new ArrayList<>()).add(where);
            }
        }
        lines.add(mark(findings, found, unseen) + check.title() + counted(fine, findings.size()));
        found.forEach(this::found);
        unseen.forEach((cause, places) -> {
            places("  not seen: ", places);
            lines.addAll(Paragraph.of("    cause:  ", cause, width));
        });
    }

    /// A check that looked at nothing has found nothing fine.
    private static String mark(
            List<Finding> findings,
            SequencedMap<String, List<Finding.Found>> found,
            SequencedMap<String, List<String>> unseen) {
        if (!found.isEmpty()) {
            return "FOUND  ";
        }
        return unseen.isEmpty() && !findings.isEmpty() ? "FINE   " : "UNSEEN ";
    }

    private static String counted(long fine, int all) {
        return all > 1 ? ": " + fine + " of " + all + " fine" : "";
    }

    private void found(String what, List<Finding.Found> places) {
        lines.addAll(Paragraph.of("  what:     ", what, width));
        places("  where:    ", places.stream().map(Finding.Found::where).toList());
        var first = places.getFirst();
        var of = places.size() == 1 ? "" : "(" + first.where() + ") ";
        lines.addAll(Paragraph.of("  fix:      ", of + first.fix(), width));
    }

    private void places(String label, List<String> places) {
        var each = places.stream().distinct().toList();
        var shown = String.join(", ", each.stream().limit(PLACES_MAX).toList());
        var more = each.size() > PLACES_MAX ? ", and " + (each.size() - PLACES_MAX) + " more" : "";
        lines.addAll(Paragraph.of(label, shown + more, width));
    }
}
