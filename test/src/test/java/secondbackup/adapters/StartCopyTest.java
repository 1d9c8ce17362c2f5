package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.wire.Fault;

/// Copy, on a morning on which two snapshots wait for their first copy.
final class StartCopyTest {
    /// Five accounts with two source Regions each.
    private static final int EVERY_PLACE = 10;

    private static final String QUEUE = "arn:aws:sqs:eu-central-1:222222222222:second-backup-copy";

    private final Day day = Day.deployed();

    @BeforeEach
    void live() {
        day.pass(6);
        day.look();
    }

    private void first(Fault.Kind kind, int count, String operation) {
        day.world()
                .faults()
                .plan(
                        Fault.first(
                                "passing",
                                kind,
                                count,
                                place -> place.operation().equals(operation)));
    }

    private void always(Fault.Kind kind, String operation) {
        day.world()
                .faults()
                .plan(
                        Fault.share(
                                "staying", kind, 1, place -> place.operation().equals(operation)));
    }

    private List<String> told(String event) {
        return day.lambdas().log().stream().filter(line -> line.contains(event)).toList();
    }

    @Test
    void startsOneJobForEachCluster() {
        var answer = day.lambdas().copy(List.of());

        assertThat(answer.path("started").asInt()).isEqualTo(2);
        assertThat(answer.path("refused").asInt()).isZero();
        assertThat(day.world().copyJobs().all()).hasSize(2);
        assertThat(day.lambdas().copy(List.of()).path("started").asInt()).isZero();
        assertThat(day.world().copyJobs().all()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"THROTTLED", "SERVER_ERROR", "UNAVAILABLE", "TIMED_OUT", "ANSWER_LOST"})
    void troubleThatPassesCostsNothingAndStartsNothingTwice(Fault.Kind kind) {
        first(kind, 1, "StartCopyJob");

        assertThat(day.lambdas().copy(List.of()).path("started").asInt()).isEqualTo(2);
        assertThat(day.world().copyJobs().all()).hasSize(2);
    }

    /// After a second attempt it is not known whether the first one was heard, so the order keeps its slot until
    /// the next run looks.
    @ParameterizedTest
    @CsvSource({
        "THROTTLED, order-unanswered, ThrottlingException",
        "SERVER_ERROR, order-unanswered, InternalFailure",
        "TIMED_OUT, order-unanswered, SdkClientException",
        "CREDENTIALS_EXPIRED, order-refused, ExpiredToken"
    })
    void troubleThatStaysIsToldAndTriedAgain(Fault.Kind kind, String event, String word) {
        always(kind, "StartCopyJob");

        assertThat(day.lambdas().copy(List.of()).path("refused").asInt()).isEqualTo(2);
        assertThat(told(event)).hasSize(2).allMatch(line -> line.contains(word));
        assertThat(day.world().copyJobs().all()).isEmpty();

        day.world().faults().clear();
        assertThat(day.lambdas().copy(List.of()).path("started").asInt()).isEqualTo(2);
    }

    /// Every ten minutes, for six hours and forty minutes, AWS refuses both orders: neither is forgotten, and nothing else is given up.
    @Test
    void refusedFortyTimesInARowIsOrderedStill() {
        always(Fault.Kind.THROTTLED, "StartCopyJob");
        for (var run = 0; run < 40; run++) {
            assertThat(day.lambdas().copy(List.of()).path("refused").asInt()).isEqualTo(2);
            day.world().advance(Duration.ofMinutes(10));
        }
        assertThat(day.world().copyJobs().all()).isEmpty();

        day.world().faults().clear();
        assertThat(day.lambdas().copy(List.of()).path("started").asInt()).isEqualTo(2);
    }

    /// AWS did as it was asked, and every answer was lost: the next run finds the job, or asks by the same token.
    @Test
    void lostAnswersNeverBecomeASecondJob() {
        always(Fault.Kind.ANSWER_LOST, "StartCopyJob");

        assertThat(day.lambdas().copy(List.of()).path("refused").asInt()).isEqualTo(2);
        assertThat(day.world().copyJobs().all()).hasSize(2);

        day.world().faults().clear();
        day.lambdas().copy(List.of());
        assertThat(day.world().copyJobs().all()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"THROTTLED", "SERVER_ERROR", "CREDENTIALS_EXPIRED"})
    void whereJobsCannotBeReadNothingIsOrderedAndThatIsTold(Fault.Kind kind) {
        always(kind, "ListCopyJobs");
        var answer = day.lambdas().copy(List.of());

        assertThat(answer.path("started").asInt()).isZero();
        assertThat(answer.path("unread").asInt()).isEqualTo(EVERY_PLACE);
        assertThat(told("\"unread\","))
                .hasSize(EVERY_PLACE)
                .allMatch(line -> line.contains("copy jobs of"));
    }

    /// The sweep could not count them, so jobs may not tell of all.
    @Test
    void whereCopiesIntoTheVaultCannotBeCountedNothingIsOrderedAndThatIsTold() {
        hideSnapshots();
        day.look();
        var answer = day.lambdas().copy(List.of());

        assertThat(told("\"unread\","))
                .singleElement()
                .asString()
                .contains(SmallWorld.VAULT_ARN, "could not be counted");
        assertThat(answer.path("started").asInt()).isZero();
    }

    @Test
    void whereJobsTellOfAllCopiesNobodyAsksForSnapshots() {
        hideSnapshots();

        assertThat(day.lambdas().copy(List.of()).path("started").asInt()).isEqualTo(2);
        assertThat(told("\"unread\",")).isEmpty();
    }

    private void hideSnapshots() {
        day.world()
                .faults()
                .plan(
                        Fault.share(
                                "staying",
                                Fault.Kind.UNAVAILABLE,
                                1,
                                place ->
                                        place.account().equals(SmallWorld.VAULT)
                                                && place.operation()
                                                        .equals("DescribeDBClusterSnapshots")));
    }

    @Test
    void runsOnceEventsComeWhateverTheySay() {
        var events =
                List.of(
                        "{\"detail-type\": \"Copy Job State Change\", \"source\": \"aws.backup\","
                                + " \"detail\": {\"state\": \"CREATED\"}}",
                        "{\"detail\": {\"destinationRecoveryPointArn\": {}, \"copyJobId\": null}}",
                        "no JSON",
                        "");

        assertThat(day.lambdas().copy(events).path("started").asInt()).isEqualTo(2);
        assertThat(day.lambdas().copy(events).path("started").asInt()).isZero();
    }

    @Test
    void eventsOfOurOwnJobsChangeNothing() {
        day.lambdas().copy(List.of());
        day.pass(3);
        var queue = day.world().machinery().queues().find(QUEUE).orElseThrow();
        var events = queue.messages().stream().map(message -> message.body).toList();

        assertThat(events).isNotEmpty();
        day.lambdas().copy(events);
        assertThat(day.world().copyJobs().all()).hasSize(2);
    }
}
