package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.SimulatedOrganization;

/// The command line, and the wall clock behind it.
final class ServeTest {
    private static final InstantSource WALL = InstantSource.fixed(Instant.EPOCH);
    private static final int JAVA_11 = 55;

    @TempDir Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void argumentsThatAreWrongAreAllNamedAtOnce() {
        assertThat(run("serve", "--port", "70000", "--rate", "-1")).isEqualTo(64);
        assertThat(said.toString())
                .contains("--port is 70000: expected 0 to 65535", "--rate is -1.0: expected 0 to");
    }

    @Test
    void worldThatIsWrongIsNamedWithItsProblems() throws IOException {
        var file = Files.writeString(folder.resolve("world.json"), "{\"why\": \"\"}");

        assertThat(run("serve", "--port", "0", "--world", file.toString())).isEqualTo(64);
        assertThat(said.toString()).contains("world.json", "/why", "organization");
    }

    @Test
    void worldThatIsNotThereIsNamed() {
        assertThat(run("serve", "--port", "0", "--world", "nowhere.json")).isEqualTo(64);
        assertThat(said.toString()).contains("cannot read nowhere.json", "NoSuchFile");
    }

    @Test
    void portIsAskedFor() {
        assertThat(run("serve")).isEqualTo(64);
        assertThat(said.toString()).contains("--port");
    }

    /// Under an older Java than the product's, the entry still says in one line which is needed.
    @Test
    void entryOfTheJarRunsOnAnOlderJava() throws IOException {
        var file = Launcher.class.getResourceAsStream("Launcher.class");
        try (var header = new DataInputStream(Objects.requireNonNull(file, "the entry"))) {
            assertThat(header.readInt()).isEqualTo(0xCAFEBABE);
            assertThat(header.readUnsignedShort()).isZero();
            assertThat(header.readUnsignedShort()).isLessThanOrEqualTo(JAVA_11);
        }
    }

    @Test
    void wallClockMovesSimulatedTimeAtItsRate() {
        var world = SimulatedOrganization.of(SmallWorld.world(), 1);
        var start = world.time().instant();

        new WallClock(world, WALL, 3_600).move(Duration.ofMillis(500));
        assertThat(world.time().instant()).isEqualTo(start.plus(Duration.ofMinutes(30)));

        new WallClock(world, WALL, 3_600).move(Duration.ofSeconds(-5));
        new WallClock(world, WALL, 0).move(Duration.ofHours(5));
        assertThat(world.time().instant()).isEqualTo(start.plus(Duration.ofMinutes(30)));
    }

    private int run(String... arguments) {
        return new CommandLine(new Simulation())
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
