package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.Parallel;
import secondbackup.aws.S3SweepStore;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.wire.Fault;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/// The store of a large organization. S3 lists a thousand objects a page.
final class StoreTest {
    private static final String SWEEP = "2026-10-19T00:00:00Z";
    private static final int MANY = 1_001;
    private static final Day DAY = Day.deployed();

    @AfterEach
    void calm() {
        DAY.world().faults().clear();
    }

    private static S3SweepStore store(int concurrency) {
        var connection =
                new AwsConnection(
                        DAY.world().httpClient(),
                        () -> AwsBasicCredentials.create(SmallWorld.CONTROL, "secret"),
                        new Region(SmallWorld.HOME),
                        () ->
                                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                        .maxAttempts(2)
                                        .backoffStrategy(BackoffStrategy.retryImmediately())
                                        .throttlingBackoffStrategy(
                                                BackoffStrategy.retryImmediately())
                                        .build());
        return new S3SweepStore(
                connection,
                "second-backup-reports-" + SmallWorld.CONTROL,
                new Parallel(concurrency, () -> Duration.ofMinutes(10)));
    }

    private static AccountView account(int number) {
        var id = new AccountId("%012d".formatted(number));
        return new AccountView.Inactive(
                new MemberAccount(id, "account " + number, "CLOSED", List.of("r-root")));
    }

    @Test
    void everyPartOfALargeOrganizationComesBack() {
        var written = IntStream.rangeClosed(1, MANY).mapToObj(StoreTest::account).toList();
        var store = store(1);
        written.forEach(part -> store.write(SWEEP, part));

        DAY.world().calls().reset();

        assertThat(store(4).parts(SWEEP)).containsExactlyInAnyOrderElementsOf(written);
        assertThat(DAY.world().calls().of("s3", "ListObjectsV2")).isEqualTo(2);
    }

    @Test
    void partThatCannotBeReadIsNotLeftOut() {
        store(1).write("other", account(1));
        DAY.world()
                .faults()
                .plan(
                        Fault.share(
                                "reading",
                                Fault.Kind.SERVER_ERROR,
                                1,
                                place -> place.operation().equals("GetObject")));

        assertThatThrownBy(() -> store(1).parts("other"))
                .hasMessageContaining("reading sweeps/other/inventory/000000000001.json in bucket");
    }

    @Test
    void anInventoryIsSentAgainOnlyWhenThereIsANewerOne() {
        var store = store(1);
        store.write(inventory("2026-10-19T00:00:00Z"));
        var first = store.latestInventory().orElseThrow();
        var again = store.latestInventory().orElseThrow();
        store(1).write(inventory("2026-10-19T12:00:00Z"));

        assertThat(again).isSameAs(first).isEqualTo(inventory("2026-10-19T00:00:00Z"));
        assertThat(store.latestInventory()).contains(inventory("2026-10-19T12:00:00Z"));
    }

    private static Inventory inventory(String sweep) {
        var at = Instant.parse(sweep);
        return new Inventory(
                new Manifest.Listed(sweep, at, List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void anInventoryThatCannotBeReadIsAFailureAlsoWhenAnOlderOneIsKept() {
        var store = store(1);
        store.write(inventory("2026-10-19T00:00:00Z"));
        assertThat(store.latestInventory()).isPresent();
        DAY.world()
                .faults()
                .plan(
                        Fault.share(
                                "reading",
                                Fault.Kind.UNAVAILABLE,
                                1,
                                place -> place.operation().equals("GetObject")));

        assertThatThrownBy(store::latestInventory)
                .hasMessageContaining("reading inventory/latest.json");
    }

    @Test
    void whatCannotBeWrittenIsAFailure() {
        DAY.world()
                .faults()
                .plan(
                        Fault.share(
                                "writing",
                                Fault.Kind.THROTTLED,
                                1,
                                place -> place.operation().equals("PutObject")));

        assertThatThrownBy(() -> store(1).write(SWEEP, account(1)))
                .hasMessageContaining("writing sweeps/" + SWEEP + "/inventory/000000000001.json");
    }
}
