package secondbackup.history;

import java.time.LocalDate;
import java.util.List;

/// How many clusters stood how on one day.
public record DayCount(
        LocalDate day, int kept, int young, int unseen, int weak, int late, int missing) {
    static DayCount of(LocalDate day, List<Mark> marks) {
        return new DayCount(
                day,
                count(marks, Mark.KEPT),
                count(marks, Mark.YOUNG),
                count(marks, Mark.UNSEEN),
                count(marks, Mark.WEAK),
                count(marks, Mark.LATE),
                count(marks, Mark.MISSING));
    }

    public int clusters() {
        return kept + young + unseen + weak + late + missing;
    }

    private static int count(List<Mark> marks, Mark wanted) {
        return (int) marks.stream().filter(mark -> mark == wanted).count();
    }
}
