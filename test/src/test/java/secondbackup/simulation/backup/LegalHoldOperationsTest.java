package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.model.CancelLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.CreateLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.CreateLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.DateRange;
import software.amazon.awssdk.services.backup.model.GetLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.GetLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.LegalHoldStatus;
import software.amazon.awssdk.services.backup.model.ListLegalHoldsRequest;
import software.amazon.awssdk.services.backup.model.ListLegalHoldsResponse;
import software.amazon.awssdk.services.backup.model.RecoveryPointSelection;

final class LegalHoldOperationsTest {
    private final Office office = Office.likely();

    @Test
    void goesFromActiveToCancelled() {
        var hold = create(_ -> {});
        assertThat(get(hold).status()).isEqualTo(LegalHoldStatus.ACTIVE);

        office.call(cancel(hold));

        var told = get(hold);
        assertThat(told.status()).isEqualTo(LegalHoldStatus.CANCELED);
        assertThat(told.cancelDescription()).isEqualTo("closed");
        assertThat(told.cancellationDate()).isEqualTo(Office.START);
        assertThat(told.retainRecordUntil()).isEqualTo(Office.START.plus(Duration.ofDays(10)));
        assertThat(office.refusal(cancel(hold)).code()).isEqualTo("InvalidResourceStateException");
        assertThat(office.refusal(cancel("none")).code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void coversWhatItsSelectionNames() {
        office.wait(Duration.ofMinutes(1));
        create(asked ->
                asked.vaultNames("local")
                        .resourceIdentifiers("arn:aws:rds:eu-north-1:111122223333:cluster:orders")
                        .dateRange(range(Office.START, Office.START.plusSeconds(60))));

        assertThat(held(Office.START.minusNanos(1))).isFalse();
        assertThat(held(Office.START)).isTrue();
        assertThat(held(Office.START.plusSeconds(60))).isTrue();
        assertThat(held(Office.START.plusSeconds(60).plusNanos(1))).isFalse();
    }

    @Test
    void takesBothDatesOfARangeAndNoneInTheFuture() {
        var now = Office.START;
        assertThat(refused(null, now)).isEqualTo("MissingParameterValueException");
        assertThat(refused(now, null)).isEqualTo("MissingParameterValueException");
        assertThat(refused(now, now.plusMillis(1))).isEqualTo("InvalidParameterValueException");
        assertThat(refused(now.plusMillis(1), now)).isEqualTo("InvalidParameterValueException");
        assertThat(held(now)).isFalse();

        create(asked -> asked.dateRange(range(now, now)));
        assertThat(held(now)).isTrue();
    }

    /// Nothing was made in it.
    @Test
    void aRangeThatEndsBeforeItBeginsHoldsNothing() {
        office.wait(Duration.ofMinutes(1));
        create(asked -> asked.dateRange(range(Office.START.plusSeconds(2), Office.START)));

        assertThat(held(Office.START)).isFalse();
        assertThat(held(Office.START.plusSeconds(1))).isFalse();
        assertThat(held(Office.START.plusSeconds(2))).isFalse();
    }

    private String refused(@Nullable Instant from, @Nullable Instant to) {
        return office.refusal(request(asked -> asked.dateRange(range(from, to)))).code();
    }

    private static DateRange range(@Nullable Instant from, @Nullable Instant to) {
        return DateRange.builder().fromDate(from).toDate(to).build();
    }

    @Test
    void leavesOtherVaultsAndResourcesAlone() {
        create(asked -> asked.vaultNames("another"));
        create(asked -> asked.resourceIdentifiers("another"));

        assertThat(held(Office.START)).isFalse();
    }

    @Test
    void allowsFifty() {
        for (var number = 0; number < 50; number++) {
            create(_ -> {});
        }
        assertThat(office.refusal(request(_ -> {})).code()).isEqualTo("LimitExceededException");

        var list =
                office.call(
                        ListLegalHoldsRequest.builder().maxResults(49).build(),
                        ListLegalHoldsResponse.class);
        assertThat(list.legalHolds()).hasSize(49);
        assertThat(list.nextToken()).isNotNull();
        office.call(cancel(list.legalHolds().getFirst().legalHoldId()));
        create(_ -> {});
    }

    @Test
    void makesOneHoldPerToken() {
        var asked = request(_ -> {}).toBuilder().idempotencyToken("once").build();

        var first = office.call(asked, CreateLegalHoldResponse.class).legalHoldId();

        assertThat(office.call(asked, CreateLegalHoldResponse.class).legalHoldId())
                .isEqualTo(first);
    }

    private boolean held(Instant createdAt) {
        var vault = office.vault("local");
        return office.backup.holds().hold(vault, office.point(vault, "1", createdAt));
    }

    private String create(Consumer<RecoveryPointSelection.Builder> selection) {
        return office.call(request(selection), CreateLegalHoldResponse.class).legalHoldId();
    }

    private static CreateLegalHoldRequest request(
            Consumer<RecoveryPointSelection.Builder> selection) {
        return CreateLegalHoldRequest.builder()
                .title("case")
                .description("of the year")
                .recoveryPointSelection(selection)
                .build();
    }

    private GetLegalHoldResponse get(String id) {
        return office.call(
                GetLegalHoldRequest.builder().legalHoldId(id).build(), GetLegalHoldResponse.class);
    }

    private static CancelLegalHoldRequest cancel(String id) {
        return CancelLegalHoldRequest.builder()
                .legalHoldId(id)
                .cancelDescription("closed")
                .retainRecordInDays(10L)
                .build();
    }
}
