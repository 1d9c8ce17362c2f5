package secondbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Cluster;
import secondbackup.report.Report;
import secondbackup.sweep.Judgement;

class ExitCodeTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    private static Report report(Given given, Optional<Report> last) {
        return new Judgement(given.policies(), Sample.NOW)
                .of(given.inventory(), given.everyGuarded(), List.of(), last);
    }

    @Test
    void saysWhetherEverythingWasSeenAndHolds() {
        var well = Given.protectedCluster(ORDERS);

        assertThat(ExitCode.of(report(well, Optional.empty()))).isEqualTo(ExitCode.HELD);
        assertThat(ExitCode.of(report(Given.cluster(ORDERS), Optional.empty())))
                .isEqualTo(ExitCode.GAPS);
        assertThat(ExitCode.of(report(well.unreadableVault(), Optional.empty())))
                .isEqualTo(ExitCode.NOT_SEEN);
    }

    /// A backup failed, and no job tells any more how the next one went.
    @Test
    void whatWasOpenAndIsNotSeenToBeOverIsNotSeen() {
        var failed = Given.protectedCluster(ORDERS).backup("FAILED", "", "");
        var before = Optional.of(report(failed, Optional.empty()));
        var again = Given.protectedCluster(ORDERS).backup("COMPLETED", "", "");

        assertThat(ExitCode.of(report(Given.protectedCluster(ORDERS), before)))
                .isEqualTo(ExitCode.NOT_SEEN);
        assertThat(ExitCode.of(report(again, before))).isEqualTo(ExitCode.HELD);
    }
}
