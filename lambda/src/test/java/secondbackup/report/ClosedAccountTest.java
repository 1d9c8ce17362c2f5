package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.report.Report.GapLine;

/// Somebody closes the account of a cluster whose backups fail.
class ClosedAccountTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    private final Report before = report(failing(), Optional.empty());
    private final Report closed = closed(before);

    private static Given failing() {
        return Given.protectedCluster(ORDERS).backup("FAILED", "", "");
    }

    private static Report report(Given given, Optional<Report> last) {
        return Looked.at("given", given).report(last);
    }

    private static Report closed(Report last) {
        var account = Sample.account(Sample.ACCOUNT, "CLOSED");
        return Looked.alone("closed", new AccountView.Inactive(account)).report(Optional.of(last));
    }

    @BeforeEach
    void itsGapsAreHiddenAndTheAccountIsOne() {
        assertThat(before.gaps()).extracting(GapLine::kind).containsExactly("BackupFailing");
        assertThat(closed.gaps()).extracting(GapLine::kind).contains("AccountUnreadable");
        assertThat(closed.hidden()).isEqualTo(before.gaps());
        assertThat(closed.gone()).isEmpty();
    }

    @Test
    void allIsAsItWasOnceAwsBroughtItBack() {
        var back = report(failing(), Optional.of(closed));

        assertThat(back.gaps()).extracting(GapLine::key).isEqualTo(keys(before));
        assertThat(back.hidden()).isEmpty();
        assertThat(Changes.of(back, Optional.of(closed)).fresh()).isEmpty();
    }

    @Test
    void itIsToldOfForAsLongAsItIsListed() {
        var next = closed(closed);

        assertThat(next.hidden()).isEqualTo(before.gaps());
        assertThat(keys(next)).isEqualTo(keys(closed));
        assertThat(Changes.of(next, Optional.of(closed)).nothing()).isTrue();
    }

    /// Whatever was in it is lost now, which is told of once.
    @Test
    void itsClustersAreMissedWhenItIsListedNoMore() {
        var gone = Looked.nobody().report(Optional.of(closed));
        var later = Looked.nobody().report(Optional.of(gone));

        assertThat(gone.gaps()).extracting(GapLine::kind).contains("CoverageDropped");
        assertThat(gone.hidden()).isEmpty();
        assertThat(gone.gone())
                .extracting(GapLine::kind)
                .contains("BackupFailing", "AccountUnreadable");
        assertThat(later.gaps()).extracting(GapLine::kind).doesNotContain("CoverageDropped");
    }

    private static List<String> keys(Report report) {
        return report.gaps().stream().map(GapLine::key).toList();
    }
}
