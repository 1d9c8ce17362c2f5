package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.VaultView;
import secondbackup.report.Report;
import secondbackup.sweep.Judgement;
import secondbackup.verify.Verdict.Standing;

/// A vault that does not exist is known to hold nothing; one that could not be read is not.
class AbsentVaultTest {
    private static Report report(Given given) {
        return new Judgement(given.policies(), Sample.NOW)
                .of(given.inventory(), given.everyGuarded(), List.of(), Optional.empty());
    }

    private static Given without(Given given) {
        return given.vaults(new VaultView.Absent(Sample.VAULT, "ResourceNotFoundException"));
    }

    @Test
    void clusterHasNoCopyAndEverythingWasSeen() {
        var report = report(without(Given.protectedCluster(Sample.cluster("orders"))));

        assertThat(report.clusters().getFirst().standing()).isEqualTo(Standing.UNPROTECTED);
        assertThat(report.gaps())
                .extracting(Report.GapLine::kind)
                .containsExactlyInAnyOrder("NoCopy", "VaultNotLocked");
        assertThat(report.notSeen()).isEmpty();
        assertThat(report.gaps().toString()).contains("does not exist");
    }

    @Test
    void youngClusterIsYoungAllTheSame() {
        var born = Sample.born(Sample.hoursAgo(1), Sample.cluster("orders"));

        assertThat(report(without(Given.cluster(born))).clusters().getFirst().standing())
                .isEqualTo(Standing.YOUNG);
    }

    @Test
    void vaultThatCouldNotBeReadLeavesTheClusterUnknown() {
        var report = report(Given.protectedCluster(Sample.cluster("orders")).unreadableVault());

        assertThat(report.clusters().getFirst().standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(report.gaps()).extracting(Report.GapLine::kind).containsExactly("StateUnknown");
    }
}
