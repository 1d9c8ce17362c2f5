package secondbackup.simulation.wire;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How often each account called what, where. Every signed call by a known caller counts, refused ones
/// too; those of unknown callers count for the account `anonymous`.
public final class CallCounts {
    /// One kind of call.
    public record Kind(String account, String region, String service, String operation)
            implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::account)
                        .thenComparing(Kind::region)
                        .thenComparing(Kind::service)
                        .thenComparing(Kind::operation);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Kind, Long> counts = new HashMap<>();

    void count(Call call) {
        var kind = new Kind(call.account(), call.region(), call.service(), call.operation());
        counts.merge(kind, 1L, Long::sum);
    }

    public void reset() {
        counts.clear();
    }

    /// All counts up to now; it does not change any more.
    public SortedMap<Kind, Long> snapshot() {
        return new TreeMap<>(counts);
    }

    /// What was called since a snapshot; kinds without a call are absent.
    public SortedMap<Kind, Long> since(SortedMap<Kind, Long> snapshot) {
        var more = new TreeMap<Kind, Long>();
        for (var entry : counts.entrySet()) {
            var news = entry.getValue() - snapshot.getOrDefault(entry.getKey(), 0L);
            if (news != 0) {
                more.put(entry.getKey(), news);
            }
        }
        return more;
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Calls of one operation by any account in any Region.
    public long of(String service, String operation) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().service().equals(service))
                .filter(entry -> entry.getKey().operation().equals(operation))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
