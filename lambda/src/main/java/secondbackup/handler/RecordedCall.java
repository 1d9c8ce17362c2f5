package secondbackup.handler;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;
import secondbackup.inventory.Region;

/// Reads an event of Amazon EventBridge in which AWS CloudTrail tells of one call.
///
/// Source: Amazon EventBridge User Guide, "AWS service events delivered via AWS CloudTrail", and AWS CloudTrail
/// User Guide, "CloudTrail record contents", read 2026-11-27.
///
/// Fails: IllegalArgumentException, one message for everything that is missing or wrong.
final class RecordedCall {
    static final String DETAIL_TYPE = "AWS API Call via CloudTrail";

    private static final String SERVICE_END = ".amazonaws.com";

    private RecordedCall() {}

    static ApiCall of(JsonNode event) {
        check(event);
        var detail = event.path("detail");
        var identity = detail.path("userIdentity");
        return new ApiCall(
                new AccountId(event.path("account").asText()),
                new Region(detail.path("awsRegion").asText()),
                Instant.parse(detail.path("eventTime").asText()),
                detail.path("eventSource").asText().replace(SERVICE_END, ""),
                detail.path("eventName").asText(),
                caller(identity),
                text(identity.at("/sessionContext/sessionIssuer/userName")),
                text(identity.path("invokedBy")),
                text(detail.path("sourceIPAddress")).orElse("not recorded"),
                text(detail.path("errorCode")),
                parameters(detail.path("requestParameters")));
    }

    private static void check(JsonNode event) {
        var problems = new ArrayList<String>();
        expect(event.path("account"), "account", "\\d{12}", "twelve digits", problems);
        var detail = event.path("detail");
        expect(
                detail.path("awsRegion"),
                "detail.awsRegion",
                "[a-z]{2,3}(-[a-z]+)+-\\d+",
                "a Region",
                problems);
        expect(
                detail.path("eventSource"),
                "detail.eventSource",
                "[a-z0-9.-]+\\.amazonaws\\.com",
                "a service",
                problems);
        expect(detail.path("eventName"), "detail.eventName", "\\w+", "an operation", problems);
        try {
            Instant.parse(detail.path("eventTime").asText());
        } catch (DateTimeParseException _) {
            problems.add(
                    "detail.eventTime is '"
                            + detail.path("eventTime").asText()
                            + "': expected a moment");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("event: " + String.join("; ", problems));
        }
    }

    private static void expect(
            JsonNode field, String name, String pattern, String what, List<String> problems) {
        if (!field.asText().matches(pattern)) {
            problems.add(name + " is '" + field.asText() + "': expected " + what);
        }
    }

    /// A record need not have an ARN: a service, or another account, calls without one.
    private static String caller(JsonNode identity) {
        var known =
                text(identity.path("arn"))
                        .or(() -> text(identity.path("principalId")))
                        .or(() -> text(identity.path("invokedBy")))
                        .or(() -> text(identity.path("accountId")));
        var type = text(identity.path("type")).map(kind -> " (" + kind + ")").orElse("");
        return known.orElse("not recorded") + type;
    }

    private static SortedMap<String, String> parameters(JsonNode all) {
        var texts = new TreeMap<String, String>();
        all.properties().stream()
                .filter(each -> each.getValue().isValueNode() && !each.getValue().isNull())
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank()
                ? Optional.of(node.asText())
                : Optional.empty();
    }
}
