package secondbackup.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/// Who goes first when more copies wait than slots are free. None is best in every organization: which one
/// is used is found by looking ahead, see [Forecast].
public enum Precedence {
    /// Whoever has the least time left before it must have started: longest first where all are due alike. Loses
    /// nobody as long as all can make it.
    LEAST_SLACK {
        @Override
        List<Waiting> order(List<Waiting> waiting, Slots slots) {
            return sorted(waiting, Waiting::slack);
        }
    },

    /// Whoever wins most for an hour of a slot: hours of promise kept, more urgent the less time is left, and the
    /// more the later it already is. The generalized "c mu" rule: serve by cost of delay over length.
    ///
    /// Source: J. A. van Mieghem, "Dynamic Scheduling with Convex Delay Costs: The Generalized c-mu Rule",
    /// Annals of Applied Probability 5 (1995); the exponential is that of A. P. J. Vepsalainen and T. E. Morton,
    /// "Priority Rules for Job Shops with Weighted Tardiness Costs", Management Science 33 (1987).
    MOST_WON {
        @Override
        List<Waiting> order(List<Waiting> waiting, Slots slots) {
            return sorted(waiting, one -> -worth(one));
        }
    },

    /// As many as can still be in time, then those who are late by what they win; whoever would be late by more than a day
    /// before all. So a few miss a day, each in its turn, in place of everybody being late a little.
    ///
    /// Source: J. M. Moore, "An n Job, One Machine Sequencing Algorithm for Minimizing the Number of Late Jobs",
    /// Management Science 15 (1968): in the order of deadlines, and where one cannot make it, the longest is
    /// left out. Several slots are taken for one that is as many times as fast.
    MOST_IN_TIME {
        @Override
        List<Waiting> order(List<Waiting> waiting, Slots slots) {
            var first = new ArrayList<Waiting>();
            var last = new ArrayList<Waiting>();
            var kept = new PriorityQueue<>(LONGEST);
            var work = slots.busyHours();
            for (var one : sorted(waiting, Waiting::slack)) {
                if (one.lateHours() > LATE_HOURS_MAX) {
                    first.add(one);
                    work += one.hours();
                }
            }
            for (var one : sorted(waiting, Precedence::due)) {
                if (one.lateHours() > LATE_HOURS_MAX) {
                    continue;
                }
                if (one.late()) {
                    last.add(one);
                    continue;
                }
                kept.add(one);
                work += one.hours();
                if (!slots.done(work, one)) {
                    var left = kept.remove();
                    work -= left.hours();
                    last.add(left);
                }
            }
            first.addAll(LEAST_SLACK.order(List.copyOf(kept), slots));
            first.addAll(sorted(last, one -> -one.kept() / one.hours()));
            return first;
        }
    },

    /// Whose point was seen first: first come, first served, as AWS's own queue does it.
    FIRST_COME {
        @Override
        List<Waiting> order(List<Waiting> waiting, Slots slots) {
            return sorted(waiting, one -> -one.since());
        }
    },

    /// Always in the same order, as a loop over all clusters does it: the last ones starve, but while more is due than
    /// can ever be done that may cost least.
    AS_NAMED {
        @Override
        List<Waiting> order(List<Waiting> waiting, Slots slots) {
            return sorted(waiting, Waiting::track);
        }
    };

    /// Being late by this much is as bad again as being late at all.
    private static final double LATE_HOURS_TWICE_AS_BAD = 12;

    /// With this much time left, being late costs a third of what it costs with none.
    private static final double SLACK_HOURS = 6;

    private static final double KEPT_HOURS_MIN = 0.5;
    private static final double LATE_HOURS_MAX = 24;

    private static final Comparator<Waiting> LONGEST =
            Comparator.comparingDouble(Waiting::hours)
                    .reversed()
                    .thenComparing(Comparator.comparingInt(Waiting::track).reversed());

    /// What the slots are doing.
    ///
    /// @param busyHours what is left of the copies in progress, all together
    record Slots(int count, double busyHours) {
        /// Whether a copy is in time when it is the last of so much work.
        boolean done(double work, Waiting last) {
            var end = (work + last.hours() * (count - 1)) / count;
            return end <= due(last);
        }
    }

    /// Equals stand in the order of their tracks.
    abstract List<Waiting> order(List<Waiting> waiting, Slots slots);

    private static double worth(Waiting one) {
        var cost = 1 + one.lateHours() / LATE_HOURS_TWICE_AS_BAD;
        var urgency = StrictMath.exp(-Math.max(0, one.slack()) / SLACK_HOURS);
        return cost * urgency * Math.max(KEPT_HOURS_MIN, one.kept()) / one.hours();
    }

    /// Hours from now until the promise breaks.
    private static double due(Waiting one) {
        return one.slack() + one.hours();
    }

    private record Keyed(double key, Waiting waiting) {}

    private static final Comparator<Keyed> BY_KEY =
            Comparator.comparingDouble(Keyed::key)
                    .thenComparingInt(keyed -> keyed.waiting().track());

    private static List<Waiting> sorted(List<Waiting> waiting, ToDoubleFunction<Waiting> key) {
        var keyed = new ArrayList<Keyed>(waiting.size());
        for (var one : waiting) {
            keyed.add(new Keyed(key.applyAsDouble(one), one));
        }
        keyed.sort(BY_KEY);
        var sorted = new ArrayList<Waiting>(waiting.size());
        for (var each : keyed) {
            sorted.add(each.waiting());
        }
        return sorted;
    }
}
