package secondbackup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
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

    /// Report and truth also agree where nothing works at all: so many clusters must be protected, and so many not. There
    /// are few, since each life begins without a copy and every other vault is not locked as promised.
    private static final double SAFE_LEAST = 0.1;

    private static final double SAFE_MOST = 0.5;
    private static final long MANY = 50;

    private final AtomicLong clusters = new AtomicLong();
    private final AtomicLong safe = new AtomicLong();

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
        if (SEEDS >= MANY) {
            assertThat(safe.doubleValue() / clusters.get()).isBetween(SAFE_LEAST, SAFE_MOST);
        }
    }

    /// The first seeds are lived through twice.
    private List<String> wrong(long seed) throws Exception {
        try {
            var life = lived(seed);
            var wrong = new ArrayList<>(life.wrong());
            clusters.addAndGet(life.clusters());
            safe.addAndGet(life.safe());
            if (life.clusters() == 0) {
                wrong.add("not one cluster was compared with a report");
            }
            if (seed < FIRST + TWICE && !life.reports().equals(lived(seed).reports())) {
                wrong.add("the same seed wrote other reports the second time");
            }
            return wrong.stream().map(each -> named(seed) + each).toList();
        } catch (RuntimeException failed) {
            var stack = new StringWriter();
            failed.printStackTrace(new PrintWriter(stack));
            return List.of(named(seed) + stack);
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
