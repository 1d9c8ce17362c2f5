package secondbackup.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import secondbackup.simulation.world.WorldReader;

/// The main job, for a newcomer: an organization lives through a fortnight in which things go wrong, with the
/// production Lambdas and a simulated AWS.
///
/// Arguments: the seed, 1 without it; the days to live, 14 without it. Exit codes: 0 when the reports were true,
/// 1 when report and truth disagreed, 64 when the arguments are wrong.
public final class Rehearsal {
    private static final String WORLD = "rehearsal/world.json";
    private static final String DAYS = "14";

    /// How long after the last day's end its last sweep has ended: the clocks change in this fortnight.
    private static final Duration LAST_SWEEP = Duration.ofHours(2);

    private static final int USAGE = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var screen = Screen.ofThisTerminal();
        var seed = arguments.length > 0 ? arguments[0] : "1";
        var days = arguments.length > 1 ? arguments[1] : DAYS;
        if (!seed.matches("-?\\d{1,18}") || !days.matches("[1-9]\\d{0,2}")) {
            screen.bad(
                    "rehearsal: got seed '"
                            + seed
                            + "' and days '"
                            + days
                            + "'; expected a whole number, and 1 to 999");
            System.exit(USAGE);
        }
        System.exit(run(Long.parseLong(seed), Integer.parseInt(days), screen) ? 0 : 1);
    }

    /// @return whether every report was true
    static boolean run(long seed, int days, Screen screen) throws IOException {
        screen.title("second-backup: a rehearsal on a simulated AWS organization");
        screen.line(
                "Seed "
                        + seed
                        + ". "
                        + days
                        + " days; what was synthesized is deployed, and lives by its own schedules and rules.");
        screen.space();
        var life = Life.deployed(WorldReader.resource(WORLD), seed);
        var story = new Story();
        screen.dayHeadings();
        var span = Duration.ofDays(days).plus(LAST_SWEEP);
        life.live(span, sweep -> story.tell(sweep).ifPresent(screen::day));
        var file = write(life);
        new Ending(screen, life, story).show(file);
        return story.disagreements().isEmpty();
    }

    private static Path write(Life life) throws IOException {
        var folder = Path.of("target", "rehearsal");
        Files.createDirectories(folder);
        var file = folder.resolve("report.json");
        var report = life.read("reports/latest.json");
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        return file.toAbsolutePath();
    }
}
