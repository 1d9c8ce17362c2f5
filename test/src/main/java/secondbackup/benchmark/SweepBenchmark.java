package secondbackup.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import secondbackup.rehearsal.Lambdas;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.wire.CallCounts.Kind;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// One sweep over an organization of a chosen size, and one run of Copy after it: API calls by operation, how many the
/// least possible are (see [SweepCalls]), wall time and peak heap, the simulated AWS's own included.
///
/// Arguments: accounts (100 without), clusters in each (10 without), days of copies in the vault (0 without). Run it with
/// `-Xmx512m` to see that this is enough for 1,000 clusters with 35 copies each.
public final class SweepBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The management, the control, the vault and the recovery account.
    private static final int OWN_ACCOUNTS = 4;

    /// Four organizational units and the root, one of which has the accounts with clusters.
    private static final int UNITS = 5;

    private static final int REGIONS = 17;
    private static final int SOURCE_REGIONS = 2;
    private static final int ACCOUNTS_PAGE = 20;
    private static final String VAULT =
            "arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup";
    private static final long MEBIBYTE = 1024L * 1024L;

    private SweepBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var accounts = number(arguments, 0, 100);
        var clusters = number(arguments, 1, 10);
        var days = number(arguments, 2, 0);
        var life = Life.deployed(world(accounts, clusters), 1);
        life.world().organization().emptyPageShare = 0;
        var newest = life.world().time().instant().minus(Duration.ofHours(9));
        History.add(life.world(), VAULT, days, newest);
        var calls =
                new SweepCalls(
                        accounts + (long) OWN_ACCOUNTS,
                        accounts,
                        UNITS,
                        REGIONS,
                        SOURCE_REGIONS,
                        clusters,
                        days);
        var pages = UNITS - 1 + (accounts + ACCOUNTS_PAGE - 1) / ACCOUNTS_PAGE;
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
        lambdas.invoke("verify", JSON.createObjectNode().put("sweep", sweep).toString());
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

    /// The rehearsal's own accounts, and as many alike as are asked for.
    private static World world(int accounts, int clusters) throws IOException {
        try (var stream = SweepBenchmark.class.getResourceAsStream("/rehearsal/world.json")) {
            var file = (ObjectNode) JSON.readTree(stream);
            var all = file.withArrayProperty("accounts");
            while (all.size() > OWN_ACCOUNTS) {
                all.remove(OWN_ACCOUNTS);
            }
            ((ObjectNode) all.path(0)).putObject("regions");
            file.putArray("oddities");
            for (var number = 0; number < accounts; number++) {
                var account = all.addObject().put("id", "5" + "%011d".formatted(number));
                account.put("name", "team " + number).put("parent", "ou-root-products");
                account.put("blueprint", "member");
                var region = account.putObject("regions").putObject("eu-west-1");
                region.putArray("keys")
                        .addObject()
                        .put("id", "team")
                        .put("alias", "team")
                        .put("policy", "key-admits-vault-account");
                var list = region.putArray("clusters");
                for (var cluster = 0; cluster < clusters; cluster++) {
                    list.addObject()
                            .put("name", "db-" + cluster)
                            .put("engine", "aurora-postgresql")
                            .put("encryption", "team")
                            .put("sizeGiB", 20 + 10 * cluster)
                            .put("growthGiBPerDay", 1)
                            .put("createdAt", 400);
                }
            }
            return WorldReader.read("benchmark", file.toString());
        }
    }
}
