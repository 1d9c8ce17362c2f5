package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.wire.CallCounts;

/// The events that AWS documents, with all that is irregular in them, through the Lambdas' own doors: what
/// woke Copy never decides what it does, and no other door takes an event for its order.
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge" (the events
/// in `resources/documented`), read 2026-11-27.
final class DocumentedEventsTest {
    /// Both clusters are being copied, so that nothing is due any more.
    private static final Day DAY = surveyed();

    private static final SortedMap<CallCounts.Kind, Long> LOOK = look();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "copy-job-failed | a target point that is an empty object | "
                        + "/detail/destinationRecoveryPointArn | {}",
                "copy-job-running | an empty target point, and the plan | "
                        + "/detail/destinationRecoveryPointArn | {}",
                "copy-job-completed | a target point that is text | "
                        + "/detail/destinationRecoveryPointArn | "
                        + "\"arn:aws:ec2:us-west-2::snapshot/snap-0726fe70935586180\"",
                "copy-job-created | no job id and no resource type | /detail/state | \"CREATED\"",
                "backup-job-failed | a message in quotes of its own | /detail/bytesTransferred | "
                        + "\"0\"",
                "backup-job-completed | sizes that are text, and retries | "
                        + "/detail/backupSizeInBytes | \"36048\"",
                "backup-job-running | a moment in words | /detail/expectedCompletionDate | "
                        + "\"Jul 15, 2020 9:39:07 PM\"",
                "backup-job-created | no vault and no resources | /resources | []",
                "backup-vault-modified | a truth that is text | /detail/isLocked | \"true\"",
                "recovery-point-completed | a status for a state, and another spelling | "
                        + "/detail/calculatedLifeCycle/deleteAt | \"2020-10-23T21:38:31.152Z\"",
                "region-setting-modified | nothing of a job | "
                        + "/detail/ResourceTypeOptInPreference/Aurora | true",
                "restore-job-completed | a status for a state | /detail/status | \"COMPLETED\"",
                "restore-job-created | a state for a status | /detail/state | \"CREATED\"",
                "backup-plan-created | nothing of a job | /detail/versionId | "
                        + "\"N2Q4OTczMzEtZmY1My00N2UwLWE3ODUtMjViYWYyOTUzZWY4\""
            })
    void copyLooksAtEverythingAnewWhenItIsWokenBy(
            String name, String irregular, String pointer, String value) throws IOException {
        var event = text(name + ".json");
        assertThat(SmallWorld.parse(event).at(pointer).toString()).as(irregular).isEqualTo(value);

        assertThat(calls(() -> DAY.lambdas().copy(List.of(event)))).isEqualTo(LOOK);
        assertThat(calls(() -> DAY.lambdas().invoke("copy", event))).isEqualTo(LOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy-job-failed.json",
                "recovery-point-completed.json",
                "recovery-point-index-deleted.txt"
            })
    void copyStartsAllThatIsDueEvenWhenItIsWokenByWhatIsNoJson(String file) throws IOException {
        assertThat(surveyed().lambdas().copy(List.of(text(file))).path("started").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy-job-completed.json",
                "recovery-point-completed.json",
                "restore-job-completed.json"
            })
    void noOtherDoorTakesAnEventForItsOrder(String file) throws IOException {
        var event = text(file);

        for (var lambda : List.of("verify", "notify")) {
            assertThatThrownBy(() -> DAY.lambdas().invoke(lambda, event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("event: sweep is ''");
        }
        assertThatThrownBy(() -> DAY.lambdas().invoke("survey", event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event: account is '1112233445566'");
    }

    /// A day on which every cluster was backed up and surveyed, but nothing copied.
    private static Day surveyed() {
        var day = Day.deployed();
        day.pass(6);
        var listed = day.lambdas().invoke("list", "{}");
        for (var account : listed.path("accounts")) {
            var item = Lambdas.item(listed.path("sweep").asText(), account.asText());
            day.lambdas().invoke("survey", item);
        }
        day.lambdas().invoke("verify", listed.toString());
        return day;
    }

    /// All that Copy asks AWS when its schedule wakes it and nothing is due.
    private static SortedMap<CallCounts.Kind, Long> look() {
        assertThat(DAY.lambdas().copy(List.of()).path("started").asInt()).isEqualTo(2);
        DAY.lambdas().copy(List.of());
        var look = calls(() -> DAY.lambdas().copy(List.of()));
        assertThat(look).isNotEmpty();
        return look;
    }

    private static SortedMap<CallCounts.Kind, Long> calls(Runnable run) {
        var before = DAY.world().calls().snapshot();
        run.run();
        return DAY.world().calls().since(before);
    }

    private static String text(String file) throws IOException {
        try (var stream = DocumentedEventsTest.class.getResourceAsStream("/documented/" + file)) {
            var bytes = Objects.requireNonNull(stream, file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
