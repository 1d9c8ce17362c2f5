package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Arn;
import secondbackup.inventory.OtherCluster;
import secondbackup.inventory.VaultView;
import secondbackup.sweep.Judgement;

class ReportTextTest {
    private static String text(Given given) {
        var report =
                new Judgement(given.policies(), Sample.NOW)
                        .of(given.inventory(), given.everyGuarded(), List.of(), Optional.empty());
        return String.join("\n", ReportText.of(report, 100));
    }

    @Test
    void wellIsSaidInOneLine() {
        assertThat(text(Given.protectedCluster(Sample.cluster("orders"))))
                .startsWith("The only cluster is protected")
                .doesNotContain("DANGER", "WARNING");
    }

    @Test
    void oneCauseForManyClustersIsReadOnce() {
        var bare =
                Given.cluster(Sample.cluster("orders"))
                        .and(Sample.cluster("basket"))
                        .selections()
                        .vaults(new VaultView.Absent(Sample.VAULT, "not listed"));

        assertThat(text(bare))
                .contains("0 of 2 clusters are protected", "does not exist")
                .contains("DANGER NotEnrolled: 2", "  hence: NoCopy 2, NoRecoveryPoint 2")
                .contains("basket, orders")
                .containsOnlyOnce("The member stacks are missing");
    }

    @Test
    void linesStayWithinTheWidthButForWordsThatAreLonger() {
        var bare = Given.cluster(Sample.cluster("orders")).selections();

        assertThat(text(bare).lines())
                .allMatch(line -> line.length() <= 100 || !line.strip().contains(" "));
    }

    @Test
    void whatWasOpenAndCouldNotBeSeenIsNamed() {
        var other = Sample.cluster("other");
        var before = Looked.at("no copy", Given.cluster(other)).report(Optional.empty());
        var dark = Looked.at("vault unread", Given.cluster(other).unreadableVault());
        var well = Looked.at("well", Given.protectedCluster(other));

        assertThat(ReportText.of(dark.report(Optional.of(before)), 100))
                .contains("Open when last seen, not seen this time:")
                .anyMatch(line -> line.startsWith("  - NoCopy: other, "));
        assertThat(ReportText.of(well.report(Optional.of(before)), 100))
                .noneMatch(line -> line.startsWith("Open when last seen"));
    }

    @Test
    void whatElseASelectionOfEveryClusterTakesIsNamed() {
        var graph =
                new OtherCluster(
                        Sample.ACCOUNT,
                        Sample.REGION,
                        new Arn("arn:aws:rds:eu-west-1:111111111111:cluster:graph"),
                        "neptune");

        assertThat(OtherClusters.of(List.of(graph), 100).getLast())
                .isEqualTo("  - 111111111111 eu-west-1: graph (Neptune)");
        assertThat(OtherClusters.of(List.of(), 100)).isEmpty();
    }
}
