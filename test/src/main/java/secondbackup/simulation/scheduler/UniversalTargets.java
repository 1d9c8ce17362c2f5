package secondbackup.simulation.scheduler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Function;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.DirectCalls;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;

/// API calls that a schedule makes in its role, in its own account and Region: `arn:aws:scheduler:::aws-sdk:service:call`.
/// Only those that somebody uses are known.
///
/// Source: Amazon EventBridge Scheduler User Guide, "Using universal targets in EventBridge Scheduler", read 2026-11-27.
public record UniversalTargets(ServiceCalls roles, DirectCalls calls) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "aws-sdk:";

    /// @param service signing name
    private record Known(String service, Function<JsonNode, SdkRequest> request) {}

    private static final Map<String, Known> KNOWN =
            Map.of(
                    "eventbridge:enableRule",
                    new Known(
                            "events",
                            input ->
                                    EnableRuleRequest.builder()
                                            .name(input.path("Name").asText())
                                            .build()));

    /// Makes the call of a parcel, whose content is the request.
    ///
    /// Fails: IllegalArgumentException for a call that nobody knows here.
    public Outcome take(Parcel parcel) {
        var known = KNOWN.get(Arn.of(parcel.targetArn()).resource().replace(PREFIX, ""));
        if (known == null) {
            throw new IllegalArgumentException("no universal target " + parcel.targetArn());
        }
        var schedule = Arn.of(parcel.caller().sourceArn());
        var session = roles.assumed(parcel.caller(), schedule.region());
        if (session.isEmpty()) {
            return new Outcome.Refused(
                    "AccessDeniedException",
                    "scheduler.amazonaws.com may not assume the role " + parcel.caller().roleArn());
        }
        try {
            calls.answer(
                    session.get(),
                    known.service(),
                    schedule.region(),
                    known.request().apply(parsed(parcel.content())),
                    SdkResponse.class);
            return new Outcome.Taken(parcel.targetArn());
        } catch (AwsError refused) {
            return new Outcome.Refused(refused.code(), refused.message());
        }
    }

    private static JsonNode parsed(String input) {
        try {
            return JSON.readTree(input);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("a schedule's input is no JSON: " + input, bad);
        }
    }
}
