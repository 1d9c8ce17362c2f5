package secondbackup.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.world.WorldReader;

/// The same seed must tell the same story, or no finding could be looked at twice.
class LifeTest {
    private static final String WORLD = "rehearsal/world.json";
    private static final Duration SPAN = Duration.ofDays(1);

    private static final Life ONCE = lived(1);

    @Test
    void theSameSeedLeavesTheSameFilesMessagesAndCalls() {
        var again = lived(1);
        assertThat(files(again)).isEqualTo(files(ONCE));
        assertThat(again.slack().latest()).isEqualTo(ONCE.slack().latest());
        assertThat(again.lambdas().log()).isEqualTo(ONCE.lambdas().log());
        assertThat(again.world().calls().snapshot()).isEqualTo(ONCE.world().calls().snapshot());
    }

    @Test
    void anotherSeedTellsAnotherStory() {
        assertThat(files(lived(2))).isNotEqualTo(files(ONCE));
    }

    private static Life lived(long seed) {
        var life = Life.deployed(WorldReader.resource(WORLD), seed);
        var sweeps = new ArrayList<Life.Sweep>();
        life.live(SPAN, sweeps::add);
        assertThat(sweeps).hasSize(2).allMatch(sweep -> sweep.disagreements().isEmpty());
        return life;
    }

    /// Every object of every bucket, byte for byte, in text.
    private static SortedMap<String, String> files(Life life) {
        var files = new TreeMap<String, String>();
        for (var bucket : life.world().buckets().all()) {
            for (var key : bucket.keys()) {
                bucket.newest(key)
                        .ifPresent(file ->
                                files.put(
                                        bucket.name + "/" + key,
                                        new String(
                                                file.content().asByteArray(),
                                                StandardCharsets.UTF_8)));
            }
        }
        return files;
    }
}
