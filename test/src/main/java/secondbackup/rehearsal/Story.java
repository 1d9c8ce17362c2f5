package secondbackup.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happened, told from one report after the other.
final class Story {
    /// One day as it ended.
    ///
    /// @param copies good copies that arrived in it
    /// @param opened gaps by kind that were not there the day before
    /// @param closed gaps by kind that are gone since the day before
    record Day(
            Instant endedAt,
            int protectedClusters,
            int clusters,
            int copies,
            int gaps,
            SortedMap<String, Integer> opened,
            SortedMap<String, Integer> closed) {}

    /// A gap that came and went.
    record Past(String kind, String where, Instant since, Instant until) {}

    private final SortedMap<String, JsonNode> standing = new TreeMap<>();
    private final SortedMap<String, JsonNode> yesterday = new TreeMap<>();
    private final List<Past> past = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private Optional<Instant> dayEndsAt = Optional.empty();
    private int copies;
    private int sweeps;
    private long clustersChecked;

    /// @return the day that ends with this sweep
    Optional<Day> tell(Life.Sweep sweep) {
        sweeps++;
        clustersChecked += sweep.clusters();
        sweep.disagreements().forEach(how -> disagreements.add(sweep.at() + " " + how));
        copies += sweep.report().path("summary").path("newCopies").asInt();
        remember(sweep);
        if (dayEndsAt.isPresent() && sweep.at().isBefore(dayEndsAt.get())) {
            return Optional.empty();
        }
        var day = dayEndsAt.map(_ -> day(sweep));
        dayEndsAt = Optional.of(sweep.at().plus(Duration.ofDays(1)));
        return day;
    }

    private void remember(Life.Sweep sweep) {
        var now = new TreeMap<String, JsonNode>();
        sweep.report().path("gaps").forEach(gap -> now.put(gap.path("key").asText(), gap));
        sweep.report().path("hidden").forEach(gap -> now.put(gap.path("key").asText(), gap));
        standing.forEach((key, gap) -> {
            if (!now.containsKey(key)) {
                past.add(past(gap, sweep.at()));
            }
        });
        standing.clear();
        standing.putAll(now);
    }

    private static Past past(JsonNode gap, Instant until) {
        var since = Instant.parse(gap.path("since").asText());
        return new Past(gap.path("kind").asText(), where(gap), since, until);
    }

    static String where(JsonNode gap) {
        var account = gap.path("accountName").asText();
        var region = gap.path("region").asText();
        var place = (account + " " + region).strip();
        var subject = gap.path("subject").asText();
        return place.isEmpty() || (subject.contains(account) && region.isEmpty())
                ? subject
                : subject + ", " + place;
    }

    private Day day(Life.Sweep sweep) {
        var summary = sweep.report().path("summary");
        var day =
                new Day(
                        sweep.at(),
                        summary.path("protectedClusters").asInt(),
                        summary.path("clusters").asInt(),
                        copies,
                        sweep.report().path("gaps").size(),
                        difference(standing, yesterday),
                        difference(yesterday, standing));
        copies = 0;
        yesterday.clear();
        yesterday.putAll(standing);
        return day;
    }

    /// Kinds of the gaps that are in one and not in the other, counted.
    private static SortedMap<String, Integer> difference(
            SequencedMap<String, JsonNode> one, SequencedMap<String, JsonNode> other) {
        var kinds = new TreeMap<String, Integer>();
        one.forEach((key, gap) -> {
            if (!other.containsKey(key)) {
                kinds.merge(gap.path("kind").asText(), 1, Integer::sum);
            }
        });
        return kinds;
    }

    /// Gaps that came and went, in the order in which they ended.
    List<Past> past() {
        return List.copyOf(past);
    }

    List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    int sweeps() {
        return sweeps;
    }

    long clustersChecked() {
        return clustersChecked;
    }
}
