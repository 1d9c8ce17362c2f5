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
import java.util.TreeMap;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.wire.CallCounts.Kind;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// One sweep over an organization of a chosen size: API calls by operation, wall time and peak heap, the
/// simulated AWS's own included.
///
/// Arguments: accounts (100 without; 0 is the rehearsal's own world), clusters in each (10 without), hours to live before the sweep that is
/// measured (0 without). Run it with `-Xmx` to see what is enough.
public final class SweepBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OWN_ACCOUNTS = 3;
    private static final long MEBIBYTE = 1024L * 1024L;

    private SweepBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var accounts = number(arguments, 0, 100);
        var clusters = number(arguments, 1, 10);
        var hours = number(arguments, 2, 0);
        var world =
                accounts == 0
                        ? WorldReader.resource("rehearsal/world.json")
                        : world(accounts, clusters);
        var life = Life.deployed(world, 1);
        if (hours > 0) {
            life.live(Duration.ofHours(hours), _ -> {});
        }
        print(System.out, life);
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void print(PrintStream out, Life life) {
        var clock = InstantSource.system();
        var before = life.world().calls().snapshot();
        var beganAt = clock.instant();
        life.lambdas().sweep();
        var took = Duration.between(beganAt, clock.instant());
        var counts = new TreeMap<String, Long>();
        life.world()
                .calls()
                .since(before)
                .forEach((Kind kind, Long count) ->
                        counts.merge(kind.service() + ":" + kind.operation(), count, Long::sum));
        counts.forEach((operation, count) -> out.printf("%-50s %,8d%n", operation, count));
        out.printf(
                "%-50s %,8d%n", "calls", counts.values().stream().mapToLong(Long::longValue).sum());
        out.printf("%-50s %,8d%n", "milliseconds", took.toMillis());
        out.printf("%-50s %,8d%n", "peak heap in MiB", peakHeap() / MEBIBYTE);
        var summary = life.read("reports/latest.json").path("summary");
        out.printf("%-50s %,8d%n", "clusters", summary.path("clusters").asInt());
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
