package secondbackup.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.AccountId;

class EventTest {
    private static final String SWEEP = "2026-03-01T05:00:00Z";
    private static final String ONE =
            "{\"sweep\": \"" + SWEEP + "\", \"account\": \"444444444444\"}";

    private static Event event(String json) {
        return Event.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsOneItem() {
        assertThat(event(ONE).items())
                .containsExactly(new Event.Item(SWEEP, new AccountId("444444444444")));
    }

    @Test
    void readsABatch() {
        assertThat(event("{\"Items\": [" + ONE + ", " + ONE + "]}").items()).hasSize(2);
        assertThat(event("{\"Items\": []}").items()).isEmpty();
    }

    @Test
    void readsTheSweep() {
        assertThat(event(ONE).sweep()).isEqualTo(SWEEP);
    }

    @Test
    void takesNoPathForASweep() {
        assertThatThrownBy(() -> event("{\"sweep\": \"../reports\"}").sweep())
                .hasMessageContaining("'../reports'")
                .hasMessageContaining("expected");
    }

    @Test
    void saysWhatItExpectedInsteadOfABadEvent() {
        assertThatThrownBy(() -> event("{}").items()).hasMessageContaining("twelve digits");
        assertThatThrownBy(() -> event("{").items()).hasMessageContaining("expected JSON");
    }
}
