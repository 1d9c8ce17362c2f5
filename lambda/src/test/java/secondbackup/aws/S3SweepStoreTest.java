package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import secondbackup.aws.CannedAws.Answer;

/// What becomes of files that another version wrote, or that are not there.
class S3SweepStoreTest {
    private static final String OTHER_FORM = "{\"kind\": \"Other\", \"version\": 99}";
    private static final String LISTED =
            """
            <ListBucketResult><KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>
            <Contents><Key>sweeps/s/inventory/111111111111.json</Key></Contents></ListBucketResult>\
            """;

    @Test
    void goesOnWithoutWhatIsOnlyRemembered() {
        var store = store(_ -> CannedAws.ok(OTHER_FORM));

        assertThat(store.latestOrders()).isEmpty();
        assertThat(store.latestReport()).isEmpty();
    }

    @Test
    void doesNotTakeWhatItCannotReadForMissingWhereEverythingHangsOnIt() {
        var store = store(_ -> CannedAws.ok(OTHER_FORM));

        assertThatThrownBy(store::latestInventory)
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("inventory/latest.json");
        assertThatThrownBy(() -> store.manifest("s")).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> store.report("s")).isInstanceOf(StoreFailed.class);
    }

    @Test
    void leavesOutAPartThatCannotBeReadSoThatItsAccountCountsAsUnseen() {
        var store = store(what -> CannedAws.ok(what.contains("inventory/") ? OTHER_FORM : LISTED));

        assertThat(store.parts("s")).isEmpty();
    }

    @Test
    void failsWhereS3Refuses() {
        var store =
                store(_ ->
                        new Answer(
                                403,
                                "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"));

        assertThatThrownBy(store::latestOrders)
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("AccessDenied");
        assertThatThrownBy(() -> store.parts("s")).isInstanceOf(StoreFailed.class);
    }

    private static S3SweepStore store(Function<String, Answer> answers) {
        var parallel = new Parallel(1, () -> Duration.ofMinutes(1));
        return new S3SweepStore(new CannedAws(answers).connection(), "reports", parallel);
    }
}
