package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.gap.Severity;
import secondbackup.report.Report.GapLine;

class CauseGroupTest {
    private static GapLine gap(String kind, Severity severity, String subject, String cause) {
        return new GapLine(
                kind + "|" + subject,
                kind,
                severity,
                Optional.empty(),
                "",
                "",
                subject,
                "",
                Samples.NOW.minus(Duration.ofHours(subject.length())),
                "what",
                cause,
                "remedy",
                kind);
    }

    private static GapLine late(String subject, String cause) {
        return gap("CopyLate", Severity.WARNING, subject, cause);
    }

    @Test
    void putsTogetherWhatDiffersInNamesAndNumbersOnly() {
        var groups =
                CauseGroup.of(
                        List.of(
                                late("a", "Key arn:aws:kms:eu-west-1:1:key/a is 'x', 3 times."),
                                late(
                                        "bbb",
                                        "Key arn:aws:kms:eu-west-1:2:key/b is 'y', 12 times.")));

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().gaps()).hasSize(2);
        assertThat(groups.getFirst().cause()).contains("key/a");
        assertThat(groups.getFirst().since()).isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
    }

    @Test
    void keepsOtherCausesAndKindsApart() {
        assertThat(
                        CauseGroup.of(
                                List.of(
                                        late("a", "A key stands in the way."),
                                        late("b", "A policy stands in the way."),
                                        gap(
                                                "NoCopy",
                                                Severity.DANGER,
                                                "c",
                                                "A key stands in the way."))))
                .hasSize(3);
    }

    @Test
    void beginsWithTheDangerousThenTheLargest() {
        var groups =
                CauseGroup.of(
                        List.of(
                                late("a", "one"),
                                late("b", "two"),
                                late("c", "two"),
                                gap("NoCopy", Severity.DANGER, "d", "three")));

        assertThat(groups).extracting(CauseGroup::cause).containsExactly("three", "two", "one");
    }

    @Test
    void givesEveryGapAMarkOfItsOwn() {
        var one = GapMark.of(late("a", "x"));

        assertThat(one).matches("[0-9a-f]{16}").isEqualTo(GapMark.of(late("a", "y")));
        assertThat(one).isNotEqualTo(GapMark.of(late("b", "x")));
    }
}
