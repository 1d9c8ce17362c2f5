package secondbackup.simulation.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.physics.Chance;

/// The faults planned for calls. None until someone plans one.
///
/// Whether a share strikes is drawn from the fault's name, the place, what the request says and how often
/// that very request was made before, so that the order of parallel calls does not matter.
public final class Faults {
    private record Attempt(String fault, String place, int request) {}

    private final Chance chance;
    private final List<Fault> planned = new ArrayList<>();
    private final Map<String, Long> struck = new HashMap<>();
    private final Map<Attempt, Long> attempts = new HashMap<>();

    Faults(Chance chance) {
        this.chance = chance;
    }

    public void plan(Fault fault) {
        planned.add(fault);
    }

    public void clear() {
        planned.clear();
        struck.clear();
        attempts.clear();
    }

    /// The first planned fault that strikes this call.
    Optional<Fault.Kind> strike(Place place, HttpQuestion question) {
        for (var fault : planned) {
            if (fault.where().test(place) && strikes(fault, place, question)) {
                return Optional.of(fault.kind());
            }
        }
        return Optional.empty();
    }

    private boolean strikes(Fault fault, Place place, HttpQuestion question) {
        return switch (fault.extent()) {
            case Fault.Extent.First first ->
                    struck.merge(fault.name(), 1L, Long::sum) <= first.count();
            case Fault.Extent.Share share -> draw(fault, place, question) < share.share();
        };
    }

    private double draw(Fault fault, Place place, HttpQuestion question) {
        var where =
                String.join(
                        " ", place.account(), place.region(), place.service(), place.operation());
        var request =
                31 * (question.path() + question.query()).hashCode()
                        + Arrays.hashCode(question.body().asByteArrayUnsafe());
        var attempt = attempts.merge(new Attempt(fault.name(), where, request), 1L, Long::sum);
        return chance.fraction("fault", fault.name(), where, request, attempt);
    }
}
