package secondbackup.serving;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.world.BadWorld;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// Serves a simulated organization until the process is stopped.
@Command(
        name = "serve",
        description = "Serve a simulated AWS organization on 127.0.0.1.",
        exitCodeOnInvalidInput = Simulation.USAGE)
final class Serve implements Callable<Integer> {
    private static final String REHEARSAL = "rehearsal/world.json";
    private static final Duration TICK = Duration.ofMillis(200);

    @Spec private @Nullable CommandSpec spec;

    @SuppressWarnings("unused") // picocli reads it.
    @Option(names = "--help", usageHelp = true, description = "show this and end")
    private boolean help;

    @Option(names = "--port", required = true, description = "TCP port; 0 takes a free one")
    private int port;

    @Option(names = "--world", description = "a world's JSON file; the rehearsal's without it")
    private @Nullable Path file;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "simulated seconds per second, at most 1000000; 0, the default, moves time only"
                            + " when told")
    private double rate;

    @Option(names = "--seed", defaultValue = "1", description = "seed of all chance; default 1")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw wrong(problems);
        }
        var life = life();
        try (var door = HttpDoor.open(life, port)) {
            System.out.println("The simulated organization answers at " + door.url());
            System.out.println("Its clock: " + door.url() + "/_simulation/clock");
            new WallClock(life.world(), InstantSource.system(), rate).run(TICK);
        } catch (BindException taken) {
            System.err.println("port " + port + " of 127.0.0.1: " + taken.getMessage());
            return 1;
        }
        return 0;
    }

    private String problems() {
        var places = port >= 0 && port <= 65_535;
        var speeds = rate >= 0 && rate <= 1_000_000;
        return String.join(
                "\n",
                Stream.of(
                                places ? "" : "--port is " + port + ": expected 0 to 65535",
                                speeds ? "" : "--rate is " + rate + ": expected 0 to 1000000")
                        .filter(problem -> !problem.isEmpty())
                        .toList());
    }

    private Life life() {
        var world = world();
        try {
            return Life.deployed(world, seed);
        } catch (IllegalStateException failed) {
            throw wrong(
                    "the estate of policies/ cannot be deployed into this world: "
                            + failed.getMessage());
        }
    }

    private World world() {
        try {
            return file == null ? WorldReader.resource(REHEARSAL) : WorldReader.file(file);
        } catch (BadWorld bad) {
            var cause = Optional.ofNullable(bad.getCause()).map(why -> ": " + why).orElse("");
            throw wrong(bad.getMessage() + cause);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli's own").commandLine(), message);
    }
}
