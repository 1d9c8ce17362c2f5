package secondbackup.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import secondbackup.attacks.Attack.Way;
import secondbackup.attacks.Outcome.Done;
import secondbackup.attacks.Outcome.Refusal;
import secondbackup.attacks.Outcome.Refused;

/// What came of an attack's ways, each by its number: the same hands find the same ways again.
record Tries(List<Outcome> outcomes) {
    Tries {
        outcomes = List.copyOf(outcomes);
    }

    /// Every way's first step, before any job is waited for: stolen credentials do not last.
    ///
    /// @param ended waits for a job
    static Tries of(List<Way> ways, Function<String, Outcome> ended) {
        var begun = new ArrayList<Optional<Outcome>>();
        for (var way : ways) {
            begun.add(Begun.of(way));
        }
        var outcomes = new ArrayList<Outcome>();
        for (var at = 0; at < ways.size(); at++) {
            var way = ways.get(at);
            outcomes.add(
                    begun.get(at)
                            .orElseGet(() -> way.job().map(ended).orElseGet(Outcome.Done::new)));
        }
        return new Tries(outcomes);
    }

    boolean done() {
        return outcomes.stream().anyMatch(Done.class::isInstance);
    }

    /// Whether some ways were done and others refused.
    boolean mixed() {
        return done() && outcomes.stream().anyMatch(Refused.class::isInstance);
    }

    /// Of these ways, those that are done.
    List<Way> successful(List<Way> ways) {
        var found = new ArrayList<Way>();
        for (var at = 0; at < ways.size(); at++) {
            if (outcomes.get(at) instanceof Done) {
                found.add(ways.get(at));
            }
        }
        return found;
    }

    /// By what the others were refused; that something lies elsewhere only where nothing else is to be said.
    SortedSet<Refusal> refused() {
        var all = new TreeSet<Refusal>();
        for (var outcome : outcomes) {
            if (outcome instanceof Refused(var by)) {
                all.add(by);
            }
        }
        var strong = new TreeSet<>(all);
        strong.removeAll(List.of(Refusal.A, Refusal.O));
        return strong.isEmpty() ? all : strong;
    }
}
