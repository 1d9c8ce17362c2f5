package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.hoursAgo;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.copy.Refusal;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;

class CopySweepTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    private final StoreInMemory store = new StoreInMemory();

    @Test
    void ordersTheSameWithTheSameTokenWhenTwoRunsMeetOrTheFirstOneDied() {
        store.write(inventory(due()));

        var first = run(due(), new Jobs(due(), true)).outcomes();
        var second = run(due(), new Jobs(due(), true)).outcomes();

        assertThat(first).hasSize(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void leavesSlotsToOthersWhenJobsNeverEnd() {
        var stuck = busy(hoursAgo(13));
        var slow = busy(hoursAgo(11));

        store.write(inventory(stuck));
        assertThat(run(stuck, new Jobs(stuck, true)).outcomes()).hasSize(1);
        store.write(inventory(slow));
        assertThat(run(slow, new Jobs(slow, true)).outcomes()).isEmpty();
    }

    @Test
    void remembersARefusalWhileItsPlaceCannotBeRead() {
        store.write(inventory(due()));
        CopyStarter refusing =
                order -> new CopyOutcome.Refused(order, "AccessDeniedException", "no");
        var refused = sweep(due(), new Jobs(due(), true), refusing).run(Sample.NOW).refusals();

        var dark = run(due(), new Jobs(due(), false));

        assertThat(dark.outcomes()).isEmpty();
        assertThat(dark.refusals())
                .isEqualTo(refused)
                .extracting(Refusal::code)
                .containsExactly("AccessDeniedException");
    }

    /// One slot is free, and five clusters wait for it.
    @Test
    void asksAVaultThatIsFullNoMore() {
        var given = waiting();
        store.write(inventory(given));

        assertThat(refusedAll(given, "LimitExceededException")).hasSize(1);
        assertThat(refusedAll(given, "AccessDeniedException")).hasSize(5);
    }

    private List<CopyOutcome> refusedAll(Given given, String code) {
        CopyStarter refusing = order -> new CopyOutcome.Refused(order, code, "no");
        return sweep(given, new Jobs(given, true), refusing).run(Sample.NOW).outcomes();
    }

    private static Given waiting() {
        var given = Given.nothing().key(Sample.key(KeyView.Admission.ADMITS));
        for (var name : List.of("a", "b", "c", "d")) {
            var running = Sample.point(Sample.cluster("r" + name), hoursAgo(20));
            given.and(Sample.cluster("r" + name)).point(running);
            given.job(Sample.job(running, Sample.VAULT, "RUNNING", hoursAgo(2)));
        }
        for (var name : List.of("a", "b", "c", "d", "e")) {
            var cluster = Sample.cluster(name);
            given.and(cluster).point(Sample.point(cluster, hoursAgo(9)));
        }
        return given;
    }

    @Test
    void givesNoOrderThatItHasNoTimeToWriteDown() {
        store.write(inventory(due()));
        var hurried =
                new CopyStarter() {
                    @Override
                    public CopyOutcome start(CopyOrder order) {
                        return started(order);
                    }

                    @Override
                    public boolean hasTime() {
                        return false;
                    }
                };

        var orders = sweep(due(), new Jobs(due(), true), hurried).run(Sample.NOW);

        assertThat(orders.outcomes()).isEmpty();
        assertThat(orders.waiting()).extracting(CopyOrder::cluster).containsExactly(ORDERS.id());
        assertThat(orders.unread()).containsExactly("no time was left for 1 orders");
    }

    private OrderPart run(Given given, CopyJobReader jobs) {
        return sweep(given, jobs, CopySweepTest::started).run(Sample.NOW);
    }

    private CopySweep sweep(Given given, CopyJobReader jobs, CopyStarter starter) {
        return new CopySweep(store, (_, _) -> vault(given), jobs, starter, given.policies(), 50);
    }

    private static CopyOutcome started(CopyOrder order) {
        return new CopyOutcome.Started(order, "job-of-" + order.token());
    }

    private static Given due() {
        return Given.cluster(ORDERS).point(Sample.point(ORDERS, hoursAgo(9)));
    }

    /// All slots are taken by jobs of other clusters.
    private static Given busy(Instant since) {
        var given = due();
        for (var name : List.of("a", "b", "c", "d", "e")) {
            var cluster = Sample.cluster(name);
            var point = Sample.point(cluster, hoursAgo(20));
            given.and(cluster).point(point).job(Sample.job(point, Sample.VAULT, "RUNNING", since));
        }
        return given;
    }

    private static Inventory inventory(Given given) {
        var seen = given.inventory();
        return new Inventory(seen.manifest(), seen.accounts(), List.of(vault(given)), List.of());
    }

    /// RDS copies nothing into it.
    static VaultView vault(Given given) {
        return vault(given, OptionalInt.of(0));
    }

    static VaultView.Seen vault(Given given, OptionalInt snapshotsCopying) {
        var vault = given.vault();
        return new VaultView.Seen(
                vault.vault(),
                vault.readAt(),
                vault.vaultKind(),
                vault.lock(),
                vault.accessPolicy(),
                vault.key(),
                vault.copies(),
                snapshotsCopying,
                vault.engines(),
                vault.holds());
    }

    /// Jobs as the survey saw them, or not to be read.
    private record Jobs(Given given, boolean readable) implements CopyJobReader {
        @Override
        public CopyJobReader.Jobs jobs(AccountId account, Region region, Instant createdFrom) {
            return readable
                    ? new CopyJobReader.Jobs.Read(surveyed())
                    : new CopyJobReader.Jobs.Failed("AccessDenied");
        }

        @Override
        public Points points(
                AccountId account, Region region, List<String> vaults, Instant capturedFrom) {
            return new Points.Read(List.of());
        }

        private List<CopyJob> surveyed() {
            return given.inventory().accounts().stream()
                    .filter(AccountView.Seen.class::isInstance)
                    .map(AccountView.Seen.class::cast)
                    .flatMap(account -> account.regions().stream())
                    .filter(RegionView.Source.class::isInstance)
                    .map(RegionView.Source.class::cast)
                    .flatMap(region -> region.copyJobs().stream())
                    .toList();
        }
    }
}
