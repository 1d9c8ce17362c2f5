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
    /// @param root whose gaps belong together
    private static GapLine gap(String kind, Severity severity, String subject, String root) {
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
                "cause of " + subject,
                "remedy",
                kind,
                root);
    }

    private static GapLine late(String subject, String root) {
        return gap("CopyLate", Severity.WARNING, subject, root);
    }

    private static GapLine optedOut(String subject) {
        return gap("OptedOut", Severity.WARNING, subject, "OptedOut|Region eu-west-1");
    }

    @Test
    void putsWhatFollowsBehindWhatNamesTheCause() {
        var out = "OptedOut|Region eu-west-1";
        var groups =
                CauseGroup.of(
                        List.of(
                                gap("NoCopy", Severity.DANGER, "bbb", out),
                                late("a", out),
                                optedOut("cc"),
                                late("dd", out)));

        assertThat(groups).hasSize(1);
        var group = groups.getFirst();
        assertThat(group.kind()).isEqualTo("OptedOut");
        assertThat(group.severity()).isEqualTo(Severity.DANGER);
        assertThat(group.cause()).isEqualTo("cause of cc");
        assertThat(group.gaps()).extracting(GapLine::subject).containsExactly("cc");
        assertThat(group.following())
                .extracting(GapLine::subject)
                .containsExactly("bbb", "a", "dd");
        assertThat(group.consequences()).isEqualTo("CopyLate 2, NoCopy 1");
        assertThat(group.since()).isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
    }

    /// The gap that names the cause stood before, and only what follows is new.
    @Test
    void letsWhatFollowsLeadWhereItIsAlone() {
        var group = CauseGroup.of(List.of(late("a", "OptedOut|Region eu-west-1"))).getFirst();

        assertThat(group.kind()).isEqualTo("CopyLate");
        assertThat(group.following()).isEmpty();
        assertThat(group.consequences()).isEmpty();
    }

    @Test
    void keepsOtherRootsApart() {
        assertThat(
                        CauseGroup.of(
                                List.of(
                                        late("a", "CopyLate|"),
                                        late("b", "KeyNotShareable|key x"),
                                        late("c", "KeyNotShareable|key y"))))
                .hasSize(3);
    }

    @Test
    void beginsWithTheDangerousThenTheLargest() {
        var groups =
                CauseGroup.of(
                        List.of(
                                late("a", "CopyLate|1"),
                                late("b", "CopyLate|2"),
                                late("c", "CopyLate|2"),
                                gap("NoCopy", Severity.DANGER, "d", "NoCopy|3")));

        assertThat(groups)
                .extracting(group -> group.gaps().getFirst().root())
                .containsExactly("NoCopy|3", "CopyLate|2", "CopyLate|1");
    }

    @Test
    void givesEveryGapAMarkOfItsOwn() {
        var one = GapMark.of(late("a", "x"));

        assertThat(one).matches("[0-9a-f]{16}").isEqualTo(GapMark.of(late("a", "y")));
        assertThat(one).isNotEqualTo(GapMark.of(late("b", "x")));
    }
}
