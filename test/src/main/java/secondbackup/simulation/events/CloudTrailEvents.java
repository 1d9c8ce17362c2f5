package secondbackup.simulation.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import secondbackup.simulation.cloudtrail.Trails;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Recorder;
import secondbackup.simulation.wire.RequestParameters;
import software.amazon.awssdk.core.SdkPojo;

/// `AWS API Call via CloudTrail`: every call that writes, allowed or refused, where a trail covers it, on the default
/// bus of the caller's account: in us-east-1 for services with one endpoint, else in the Region of the call.
///
/// Reading calls and data events (objects of Amazon S3, metrics) never come; rules that ask for reading calls, and
/// trails with data events, are not modelled. How long CloudTrail takes is a draw of up to five minutes, of which it
/// says "on average".
///
/// Source: Amazon EventBridge User Guide, "AWS service events delivered via AWS CloudTrail"; AWS CloudTrail User Guide,
/// "CloudTrail record contents for management, data, and network activity events", "CloudTrail userIdentity element",
/// "Global service events"; read 2026-11-27.
public final class CloudTrailEvents implements Recorder {
    private static final String DETAIL_TYPE = "AWS API Call via CloudTrail";
    private static final Set<String> GLOBAL = Set.of("iam", "organizations", "account");
    private static final Set<String> DATA =
            Set.of("s3 PutObject", "monitoring PutMetricData", "events PutEvents");
    private static final String READING =
            "(Get|List|Describe|Head|Lookup|Search|Simulate|BatchGet|Assume|Decrypt).*";
    private static final long SHORTEST_DELAY_MILLIS = 1_000;
    private static final long LONGEST_DELAY_MILLIS = Duration.ofMinutes(5).toMillis();

    private final Trails trails;
    private final Organization organization;
    private final EventBuses buses;
    private final EventRouter router;
    private final Chance chance;
    private final SimulatedTime time;

    /// How often the very same was recorded: parallel calls must not depend on their order.
    private final Map<String, Integer> alike = new HashMap<>();

    public CloudTrailEvents(
            Trails trails,
            Organization organization,
            EventBuses buses,
            EventRouter router,
            Chance chance,
            SimulatedTime time) {
        this.trails = trails;
        this.organization = organization;
        this.buses = buses;
        this.router = router;
        this.chance = chance;
        this.time = time;
    }

    @Override
    public void record(Call call, Optional<SdkPojo> request, Optional<AwsError> error) {
        var region = GLOBAL.contains(call.service()) ? "us-east-1" : call.region();
        var bus = buses.standard(call.account(), region);
        if (writes(call) && !bus.rules.isEmpty() && covered(call, region)) {
            var detail = detail(call, region, request, error);
            var event =
                    Envelope.of(
                            detail.path("eventID").asText(),
                            "aws." + call.service(),
                            DETAIL_TYPE,
                            call.account(),
                            region,
                            time.instant(),
                            List.of(),
                            detail);
            var delay =
                    chance.between(SHORTEST_DELAY_MILLIS, LONGEST_DELAY_MILLIS, "trail", detail);
            time.after(
                    Duration.ofMillis(delay),
                    "CloudTrail tells of " + call.operation(),
                    () -> router.put(bus, event));
        }
    }

    private static boolean writes(Call call) {
        return !call.operation().matches(READING)
                && !DATA.contains(call.service() + " " + call.operation());
    }

    private boolean covered(Call call, String region) {
        var member = organization.account(call.account()).isPresent();
        return trails.cover(call.account(), region, member);
    }

    private ObjectNode detail(
            Call call, String region, Optional<SdkPojo> request, Optional<AwsError> error) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("eventVersion", "1.11");
        json.set("userIdentity", identity(call.caller()));
        json.put("eventTime", Envelope.second(time.instant()));
        json.put("eventSource", call.service() + ".amazonaws.com");
        json.put("eventName", call.operation());
        json.put("awsRegion", region);
        json.put("sourceIPAddress", "192.0.2.1");
        json.put("userAgent", "aws-sdk-java");
        error.ifPresent(refused ->
                json.put("errorCode", refused.code()).put("errorMessage", refused.message()));
        json.set(
                "requestParameters",
                request.<JsonNode>map(RequestParameters::of)
                        .orElse(JsonNodeFactory.instance.nullNode()));
        json.putNull("responseElements");
        json.put(
                "eventID",
                chance.uuid("trail", json, alike.merge(json.toString(), 1, Integer::sum)));
        json.put("readOnly", false);
        json.put("eventType", "AwsApiCall");
        json.put("managementEvent", true);
        json.put("recipientAccountId", call.account());
        json.put("eventCategory", "Management");
        return json;
    }

    private static ObjectNode identity(Principal caller) {
        var json = JsonNodeFactory.instance.objectNode();
        switch (caller) {
            case Principal.Administrator(var account) ->
                    json.put("type", "IAMUser")
                            .put("principalId", "AIDA" + account)
                            .put("userName", "Administrator");
            case Principal.Root(var account) ->
                    json.put("type", "Root").put("principalId", account);
            case Principal.RoleSession session ->
                    issued(json, session.account(), session.role(), session.session());
            case Principal.PassedRole passed ->
                    issued(json, passed.account(), passed.role(), "AWSBackup");
            case Principal.ServiceLinkedRole linked ->
                    issued(json, linked.account(), linked.name(), linked.service());
            case Principal.Anonymous _ -> json.put("type", "Unknown");
        }
        return json.put("arn", caller.arn()).put("accountId", caller.account());
    }

    private static void issued(ObjectNode json, String account, String role, String session) {
        json.put("type", "AssumedRole").put("principalId", "AROA" + account + ":" + session);
        json.putObject("sessionContext")
                .putObject("sessionIssuer")
                .put("type", "Role")
                .put("arn", "arn:aws:iam::" + account + ":role/" + role)
                .put("accountId", account)
                .put("userName", role);
    }
}
