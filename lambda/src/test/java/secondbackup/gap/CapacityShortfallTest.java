package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.hoursAgo;

import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Encryption;

/// Five slots, an assumed hour for each copy, and promises of 26 hours: tomorrow's copies have two hours, and a third
/// is let pass.
class CapacityShortfallTest {
    @Test
    void staysSilentWhileThereAreSlotsForAll() {
        assertThat(found(Given.protectedClusters(5))).isEmpty();
    }

    @Test
    void staysSilentAtTheLimit() {
        assertThat(found(Given.protectedClusters(15))).isEmpty();
    }

    @Test
    void speaksOneClusterPastTheLimitBeforeAnyPromiseIsBroken() {
        var given = Given.protectedClusters(16);
        assertThat(found(given))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.subject()).isEqualTo(new Gap.Subject.OfVault(Sample.VAULT));
                    assertThat(gap.severity()).isEqualTo(Severity.WARNING);
                    assertThat(gap.shortfall().clusters()).hasSize(1);
                    assertThat(gap.shortfall().from()).isAfter(Sample.NOW);
                    assertThat(gap.shortfall().slots()).isEqualTo(5);
                    assertThat(gap.shortfall().enough()).isEqualTo(6);
                    assertThat(gap.shortfall().fitsWhenSpread()).isTrue();
                });
        assertThat(given.gaps()).hasSize(1);
    }

    @Test
    void staysSilentAboutAVaultThatCouldNotBeRead() {
        assertThat(found(Given.protectedClusters(16).unreadableVault())).isEmpty();
    }

    /// What cannot be copied takes no slot.
    @Test
    void staysSilentAboutClustersWithoutARoute() {
        var given = Given.protectedClusters(15);
        for (var number = 0; number < 20; number++) {
            var encryption = new Encryption.Unknown("new");
            var cluster = Sample.encrypted(encryption, Sample.cluster("x" + number));
            given.and(cluster).point(Sample.point(cluster, hoursAgo(9)));
        }
        assertThat(found(given)).isEmpty();
    }

    private static List<Gap.CapacityShortfall> found(Given given) {
        return given.gaps().stream()
                .filter(Gap.CapacityShortfall.class::isInstance)
                .map(Gap.CapacityShortfall.class::cast)
                .toList();
    }
}
