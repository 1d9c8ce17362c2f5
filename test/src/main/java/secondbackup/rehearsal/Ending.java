package secondbackup.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import secondbackup.aws.ReportForms;
import secondbackup.rehearsal.Story.Past;
import secondbackup.report.CauseGroup;
import secondbackup.report.PlainNotice;
import secondbackup.report.SlackMessage;
import secondbackup.simulation.backup.CopyJobs.CopyJob;

/// What the rehearsal shows at its end.
final class Ending {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Screen screen;
    private final Life life;
    private final Story story;
    private final JsonNode report;
    private final List<CauseGroup> causes;

    Ending(Screen screen, Life life, Story story) {
        this.screen = screen;
        this.life = life;
        this.story = story;
        this.report = life.read("reports/latest.json");
        this.causes = CauseGroup.of(ReportForms.read(report.toString().getBytes(UTF_8)).gaps());
    }

    void show(Path page) {
        protectedClusters();
        copies();
        gaps();
        past();
        notice();
        truth();
        screen.space();
        screen.line(
                safe()
                        + " "
                        + report.path("gaps").size()
                        + " gaps of "
                        + causes.size()
                        + " causes stand, each cause listed above.");
        screen.line("The report as a page, to be opened in a browser: " + page);
        screen.line("The report as JSON: " + page.resolveSibling("report.json"));
    }

    private void protectedClusters() {
        var summary = report.path("summary");
        screen.heading("Are we safe?");
        screen.good(safe());
        screen.line(
                summary.path("unprotectedClusters").asInt()
                        + " are not, "
                        + summary.path("youngClusters").asInt()
                        + " too young to have a copy yet, "
                        + summary.path("unknownClusters").asInt()
                        + " could not be judged; "
                        + summary.path("accountsUnseen").asInt()
                        + " of "
                        + summary.path("accounts").asInt()
                        + " accounts could not be read, so their clusters are not in these numbers.");
    }

    private String safe() {
        var summary = report.path("summary");
        return summary.path("protectedClusters").asInt()
                + " of "
                + summary.path("clusters").asInt()
                + " clusters are protected.";
    }

    private void copies() {
        var vault = report.path("summary").path("copies").asInt();
        var jobs = life.world().copyJobs().all();
        var arrived =
                jobs.stream().filter(job -> job.state.equals("COMPLETED") && crosses(job)).toList();
        var rekeyed =
                arrived.stream()
                        .filter(job -> job.sourceVaultArn.contains(":second-backup-rekey-"))
                        .count();
        var failed = jobs.stream().filter(job -> job.state.equals("FAILED")).count();
        screen.heading("What was copied");
        screen.line(
                arrived.size()
                        + " copies reached the vault account in the other Region, "
                        + rekeyed
                        + " of them over the re-key vault; "
                        + failed
                        + " copy jobs failed. The vault holds "
                        + vault
                        + " usable copies.");
    }

    private static boolean crosses(CopyJob job) {
        return !job.targetVaultArn.contains(":" + job.account + ":");
    }

    private void gaps() {
        screen.heading("What is wrong, and what to do");
        for (var cause : causes) {
            var first = cause.gaps().getFirst();
            var told = new ArrayList<String>();
            told.add(what(cause) + ". Since " + MOMENT.format(cause.since()) + ".");
            told.add("Cause: " + cause.cause());
            told.add("Do: " + first.remedy());
            if (!cause.following().isEmpty()) {
                told.add("Hence: " + cause.consequences());
            }
            screen.row(cause.kind(), told);
            screen.space();
        }
    }

    private static String what(CauseGroup cause) {
        var others =
                cause.gaps().stream()
                        .skip(1)
                        .map(gap ->
                                gap.subject()
                                        + (gap.region().isEmpty() ? "" : " in " + gap.region()))
                        .collect(Collectors.joining(", "));
        return cause.gaps().getFirst().what()
                + (others.isEmpty()
                        ? ""
                        : "; so for " + (cause.gaps().size() - 1) + " more: " + others);
    }

    private void past() {
        screen.heading("What came and went");
        var together = new LinkedHashMap<String, List<Past>>();
        for (var gap : story.past()) {
            var times = gap.kind() + " " + gap.since() + " " + gap.until();
            together.computeIfAbsent(times, _ -> new ArrayList<>()).add(gap);
        }
        together.values().forEach(gaps -> screen.row(gaps.getFirst().kind(), List.of(told(gaps))));
    }

    /// @param gaps of one kind, which came and went together
    private static String told(List<Past> gaps) {
        var first = gaps.getFirst();
        return (gaps.size() == 1 ? "" : gaps.size() + " such as ")
                + first.where()
                + ": "
                + MOMENT.format(first.since())
                + " to "
                + MOMENT.format(first.until())
                + " ("
                + Duration.between(first.since(), first.until()).toHours()
                + " h)";
    }

    /// Of a sweep: the tripwires' self-test says nothing of this organization.
    private void notice() {
        screen.heading("The last notice in Slack, of " + life.slack().received());
        life.slack().messages().reversed().stream()
                .filter(json -> !json.contains("Self-test: "))
                .findFirst()
                .ifPresent(json -> PlainNotice.of(new SlackMessage(json)).forEach(screen::line));
    }

    private void truth() {
        screen.heading("Is the report true?");
        var checked = story.clustersChecked() + " clusters in " + story.sweeps() + " sweeps";
        if (story.disagreements().isEmpty()) {
            screen.good(
                    "An oracle that reads the simulated world itself agreed with the report on all "
                            + checked
                            + ".");
        } else {
            screen.bad(
                    "An oracle that reads the simulated world itself disagreed ("
                            + checked
                            + " checked):");
            story.disagreements().forEach(screen::line);
        }
    }
}
