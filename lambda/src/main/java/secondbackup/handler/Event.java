package secondbackup.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;

/// What woke a Lambda, as far as it says which sweep and account, or which call, is meant. Nothing else in it
/// counts.
///
/// Fails: IllegalArgumentException with what was expected and what came.
final class Event {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// One account of one sweep.
    record Item(String sweep, AccountId account) {}

    private final JsonNode event;

    private Event(JsonNode event) {
        this.event = event;
    }

    static Event read(InputStream input) {
        try {
            return new Event(JSON.readTree(input));
        } catch (IOException failed) {
            throw new IllegalArgumentException("event: expected JSON", failed);
        }
    }

    String sweep() {
        return sweep(event);
    }

    /// The call that AWS CloudTrail tells of; empty where the event tells of something else.
    Optional<ApiCall> call() {
        return event.path("detail-type").asText().equals(RecordedCall.DETAIL_TYPE)
                ? Optional.of(RecordedCall.of(event))
                : Optional.empty();
    }

    /// One item, or a batch of a Distributed Map.
    ///
    /// Source: AWS Step Functions Developer Guide, "ItemBatcher": a batch is `Items`; read 2026-11-22.
    List<Item> items() {
        var items = new ArrayList<Item>();
        if (event.path("Items").isArray()) {
            event.path("Items").forEach(item -> items.add(item(item)));
        } else {
            items.add(item(event));
        }
        return items;
    }

    private static Item item(JsonNode item) {
        var account = item.path("account").asText();
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException(
                    "event: account is '"
                            + account
                            + "': expected {\"sweep\": \"...\", \"account\": \"twelve digits\"}");
        }
        return new Item(sweep(item), new AccountId(account));
    }

    /// A sweep goes by its start, so that its name can never lead to another file.
    private static String sweep(JsonNode node) {
        var text = node.path("sweep").asText();
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(
                    "event: sweep is '"
                            + text
                            + "': expected {\"sweep\": \"2026-01-31T05:00:00Z\"}, the start of a sweep");
        }
    }
}
