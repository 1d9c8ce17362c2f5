package secondbackup.sweep;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Of which sweep each channel last heard, or had nothing to hear, by the channel's name. What a channel missed
/// while Slack was away is thus told at the next chance.
public record Told(SortedMap<String, String> sweeps) {
    public Told {
        sweeps = Collections.unmodifiableSortedMap(new TreeMap<>(sweeps));
    }

    static Told nothing() {
        return new Told(new TreeMap<>());
    }

    Optional<String> by(String channel) {
        return Optional.ofNullable(sweeps.get(channel));
    }

    Told with(String channel, String sweep) {
        var all = new TreeMap<>(sweeps);
        all.put(channel, sweep);
        return new Told(all);
    }
}
