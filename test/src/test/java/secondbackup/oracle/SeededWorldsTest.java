package secondbackup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Report and truth agree in organizations made by chance, in every sweep.
///
/// `-Dseeds=1 -DfirstSeed=17` replays one of them.
class SeededWorldsTest {
    private static final int THREADS = 2;
    private static final long TWICE = 3;
    private static final long SEEDS = Long.getLong("seeds", 100);
    private static final long FIRST = Long.getLong("firstSeed", 1);

    @TempDir private Path folder;

    @Test
    void reportAndTruthAgreeInEverySweepOfEverySeedAndTheSameSeedTellsTheSame() throws Exception {
        var runs = new ArrayList<Callable<List<String>>>();
        LongStream.range(FIRST, FIRST + SEEDS).forEach(seed -> runs.add(() -> wrong(seed)));
        var wrong = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var done : pool.invokeAll(runs)) {
                wrong.addAll(done.get());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// The first seeds are lived through twice.
    private List<String> wrong(long seed) throws Exception {
        try {
            var life = lived(seed);
            var wrong = new ArrayList<>(life.wrong());
            if (life.clusters() == 0) {
                wrong.add("not one cluster was compared with a report");
            }
            if (seed < FIRST + TWICE && !life.reports().equals(lived(seed).reports())) {
                wrong.add("the same seed wrote other reports the second time");
            }
            return wrong.stream().map(each -> named(seed) + each).toList();
        } catch (RuntimeException failed) {
            throw new IllegalStateException(named(seed), failed);
        }
    }

    private SeededLife lived(long seed) throws Exception {
        return SeededLife.lived(seed, Files.createTempDirectory(folder, "seed-" + seed + "-"));
    }

    private static String named(long seed) {
        return "seed "
                + seed
                + " (mvn -pl test -am test -Dtest=SeededWorldsTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dseeds=1 -DfirstSeed="
                + seed
                + "): ";
    }
}
