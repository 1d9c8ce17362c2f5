package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.Sample.hoursAgo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleViews;
import secondbackup.inventory.Manifest;
import secondbackup.page.Template;
import secondbackup.policy.Prices;
import secondbackup.report.Report;
import secondbackup.report.Report.GapLine;

class VerifySweepTest {
    private static final Given GOOD = Given.protectedCluster(Sample.cluster("orders"));

    private final StoreInMemory store = new StoreInMemory();
    private final LedgerInMemory ledger = new LedgerInMemory();

    @Test
    void reportsASweepAndLaysTheGroundForCopies() {
        var report = sweep(hoursAgo(1));

        assertThat(report.summary().protectedClusters()).isEqualTo(1);
        assertThat(store.latestInventory()).isPresent();
    }

    @Test
    void takesAnAccountWithoutPartForUnseen() {
        store.write(listed(hoursAgo(1)));

        var report = verify(hoursAgo(1));

        assertThat(report.gaps()).extracting(GapLine::kind).containsExactly("AccountUnreadable");
        assertThat(report.summary().accountsUnseen()).isEqualTo(1);
    }

    @Test
    void leavesTheGroundAsItWasWhenTheOrganizationCouldNotBeListed() {
        sweep(hoursAgo(2));
        var before = store.latestInventory();
        var at = hoursAgo(1);
        store.write(new Manifest.NotListed(at.toString(), at, "AccessDenied"));

        var report = verify(at);

        assertThat(report.gaps()).extracting(GapLine::kind).containsExactly("StateUnknown");
        assertThat(store.latestInventory()).isEqualTo(before);
    }

    @Test
    void comparesASweepThatIsVerifiedTwiceWithTheOneBeforeIt() {
        var first = sweep(hoursAgo(3));
        sweep(hoursAgo(2));

        assertThat(verify(hoursAgo(2)).lastSweep()).contains(first.sweep());
    }

    @Test
    void letsTheNewerReportStandWhenAnOlderSweepComesLate() {
        sweep(hoursAgo(3));
        var newest = sweep(hoursAgo(2));

        assertThatThrownBy(() -> verify(hoursAgo(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("older than the last that was reported");
        assertThat(store.latestReport()).contains(newest);
    }

    @Test
    void isSilentOfASweepThatBeganJustNotTooLongAgo() {
        assertThat(sweep(hoursAgo(12)).gaps()).isEmpty();
    }

    @Test
    void saysOfASweepThatBeganTooLongAgoThatItIsStale() {
        assertThat(sweep(hoursAgo(12).minusMillis(1)).gaps())
                .extracting(Report.GapLine::kind)
                .containsExactly("SweepStale");
    }

    private Report sweep(Instant at) {
        store.write(listed(at));
        GOOD.inventory().accounts().forEach(part -> store.write(at.toString(), part));
        return verify(at);
    }

    private Report verify(Instant at) {
        return new VerifySweep(
                        store,
                        (_, _) -> GOOD.vault(),
                        (account, _) -> SampleViews.vaultAccount(account),
                        GOOD.policies(),
                        Prices.none(),
                        new Template("{{headline}}", "", "", new TreeMap<>()),
                        ledger,
                        _ -> Optional.empty())
                .run(at.toString(), Sample.NOW);
    }

    private static Manifest listed(Instant at) {
        return new Manifest.Listed(
                at.toString(), at, List.of(Sample.account()), List.of(Sample.REGION), List.of());
    }
}
