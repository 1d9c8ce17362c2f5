package secondbackup.simulation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.events.Events.Event;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

final class BestEffortTest {
    private final SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-02T05:01:07Z"));
    private final Events events = new Events();
    private final BestEffort bestEffort = new BestEffort(time, new Chance(1));
    private final List<ObjectNode> arrived = new ArrayList<>();

    BestEffortTest() {
        events.listen(event -> bestEffort.carry(event, arrived::add));
    }

    @Test
    void deliversWithinFiveMinutesInEventBridgesEnvelope() {
        bestEffort.delivery = Delivery.perfect();
        emit(7);
        time.advance(Duration.ofMinutes(3));
        assertThat(arrived).isEmpty();

        time.advance(Duration.ofMinutes(1));
        var event = arrived.getFirst();
        assertThat(names(event))
                .containsExactly(
                        "version",
                        "id",
                        "detail-type",
                        "source",
                        "account",
                        "time",
                        "region",
                        "resources",
                        "detail");
        assertThat(event.path("source").asText()).isEqualTo("aws.backup");
        assertThat(event.path("account").asText()).isEqualTo("111111111111");
        assertThat(event.path("time").asText()).isEqualTo("2026-11-02T05:01:07Z");
        assertThat(event.path("resources").path(0).asText()).isEqualTo("arn:point");
        assertThat(event.path("detail").path("number").asInt()).isEqualTo(7);
    }

    @Test
    void losesTheShareThatItIsToldTo() {
        assertThat(numbers(new Delivery(1, 0, 0), 100)).isEmpty();
        assertThat(numbers(new Delivery(0.3, 0, 0), 1000)).hasSizeBetween(650, 750);
        assertThat(numbers(Delivery.perfect(), 100)).hasSize(100).isSorted();
    }

    @Test
    void repeatsEventsUnderTheSameId() {
        var numbers = numbers(new Delivery(0, 1, 0), 10);

        assertThat(numbers).hasSize(20);
        assertThat(numbers.stream().distinct()).hasSize(10);
    }

    @Test
    void deliversLaterEventsFirst() {
        assertThat(numbers(new Delivery(0, 0, 0.5), 50))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .isNotEqualTo(numbers(Delivery.perfect(), 50));
    }

    @Test
    void sparesNoneByDefault() {
        assertThat(numbers(Delivery.likely(), 2000)).hasSizeBetween(1950, 2020);
    }

    @Test
    void refusesShareBeyondOne() {
        assertThatThrownBy(() -> new Delivery(1.01, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lost");
        assertThatThrownBy(() -> new Delivery(0, -0.01, 0)).hasMessageContaining("repeated");
    }

    @Test
    void remembersTheNewestTenThousand() {
        for (var number = 0; number < 10_001; number++) {
            emit(number);
        }

        assertThat(events.emitted()).hasSize(10_000);
        assertThat(events.emitted().getFirst().detail().path("number").asInt()).isEqualTo(1);
    }

    private List<Integer> numbers(Delivery delivery, int count) {
        arrived.clear();
        bestEffort.delivery = delivery;
        for (var number = 0; number < count; number++) {
            emit(number);
        }
        time.advance(Duration.ofHours(2));
        return arrived.stream().map(event -> event.path("detail").path("number").asInt()).toList();
    }

    private void emit(int number) {
        var detail = JsonNodeFactory.instance.objectNode().put("number", number);
        events.emit(new Event("111111111111", "eu-west-1", "Test", List.of("arn:point"), detail));
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
