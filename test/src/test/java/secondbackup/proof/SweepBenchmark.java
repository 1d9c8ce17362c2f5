package secondbackup.proof;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import secondbackup.benchmark.History;
import secondbackup.benchmark.SweepCalls;
import secondbackup.rehearsal.Lambdas;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.wire.CallCounts.Kind;

/// One sweep over an organization of a chosen size, and one run of Copy after it: API calls by operation, how many the
/// least possible are (see [SweepCalls]), wall time and peak heap, the simulated AWS's own included.
///
/// Arguments: accounts (100 without), clusters in each (10 without), days of copies in the vault (0 without). Run it with
/// `-Xmx512m` to see that this is enough for 1,000 clusters with 35 copies each.
public final class SweepBenchmark {
    private static final int ACCOUNTS_PAGE = 20;
    private static final long MEBIBYTE = 1024L * 1024L;

    private SweepBenchmark() {}

    public static void main(String[] arguments) {
        var accounts = number(arguments, 0, 100);
        var clusters = number(arguments, 1, 10);
        var days = number(arguments, 2, 0);
        var life = Life.deployed(Estates.of(accounts, clusters), 1);
        life.world().organization().emptyPageShare = 0;
        var newest = life.world().time().instant().minus(Duration.ofHours(9));
        History.add(life.world(), SmallWorld.VAULT_ARN, days, newest);
        var calls =
                new SweepCalls(
                        accounts + (long) Estates.OWN_ACCOUNTS,
                        accounts,
                        Estates.UNITS,
                        Estates.REGIONS,
                        Estates.SOURCE_REGIONS,
                        clusters,
                        days);
        var pages = Estates.UNITS - 1 + (accounts + ACCOUNTS_PAGE - 1) / ACCOUNTS_PAGE;
        print(System.out, "a sweep", life, () -> sweep(life));
        System.out.printf("%-50s %,8d%n", "least possible", calls.least(pages));
        System.out.println();
        print(System.out, "a run of Copy", life, () -> life.lambdas().copy(List.of()));
        System.out.println();
        print(System.out, "the next run of Copy", life, () -> life.lambdas().copy(List.of()));
        System.out.printf("%n%-50s %,8d%n", "peak heap in MiB", peakHeap() / MEBIBYTE);
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void sweep(Life life) {
        var lambdas = life.lambdas();
        var listed = lambdas.invoke("list", "{}");
        var sweep = listed.path("sweep").asText();
        for (var account : listed.path("accounts")) {
            lambdas.invoke("survey", Lambdas.item(sweep, account.asText()));
        }
        lambdas.invoke("verify", Day.named(sweep));
    }

    private static void print(PrintStream out, String what, Life life, Runnable runs) {
        var clock = InstantSource.system();
        var before = life.world().calls().snapshot();
        var beganAt = clock.instant();
        runs.run();
        var took = Duration.between(beganAt, clock.instant());
        var counts = new TreeMap<String, Long>();
        life.world()
                .calls()
                .since(before)
                .forEach((Kind kind, Long count) ->
                        counts.merge(kind.service() + ":" + kind.operation(), count, Long::sum));
        counts.forEach((operation, count) -> out.printf("%-50s %,8d%n", operation, count));
        out.printf(
                "%-50s %,8d%n",
                "calls of " + what, counts.values().stream().mapToLong(Long::longValue).sum());
        out.printf("%-50s %,8d%n", "milliseconds", took.toMillis());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }
}
