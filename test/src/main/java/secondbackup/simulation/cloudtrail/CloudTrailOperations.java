package secondbackup.simulation.cloudtrail;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/// The API of AWS CloudTrail: what trails there are, and StopLogging.
///
/// Source: AWS CloudTrail API model, DescribeTrails ("shadow trails": replications of multi-Region trails and of
/// organization trails in member accounts), GetTrailStatus (a shadow trail goes by its ARN), StopLogging
/// (`InvalidHomeRegionException`, `NotOrganizationMasterAccountException`), read 2026-11-27.
public final class CloudTrailOperations {
    private final Trails trails;
    private final Organization organization;

    public CloudTrailOperations(Trails trails, Organization organization) {
        this.trails = trails;
        this.organization = organization;
    }

    public void register(Operations operations) {
        operations.on(
                DescribeTrailsRequest.class,
                (_, _) -> List.of(AccessRequest.of("cloudtrail:DescribeTrails", "*")),
                this::describe);
        operations.on(
                GetTrailStatusRequest.class,
                (request, _) ->
                        List.of(AccessRequest.of("cloudtrail:GetTrailStatus", request.name())),
                this::status);
        operations.on(
                StopLoggingRequest.class,
                (request, call) ->
                        List.of(
                                AccessRequest.of(
                                        "cloudtrail:StopLogging",
                                        request.name().startsWith("arn:")
                                                ? request.name()
                                                : call.arn("trail/" + request.name()))),
                this::stop);
    }

    private DescribeTrailsResponse describe(DescribeTrailsRequest request, Call call) {
        var shadows = !Boolean.FALSE.equals(request.includeShadowTrails());
        var seen =
                trails.all.stream()
                        .filter(trail -> shadows ? shown(trail, call) : atHome(trail, call))
                        .filter(trail -> asked(request, trail))
                        .map(CloudTrailOperations::trail)
                        .toList();
        return DescribeTrailsResponse.builder().trailList(seen).build();
    }

    private static boolean asked(DescribeTrailsRequest request, Trails.Trail trail) {
        return request.trailNameList().isEmpty()
                || request.trailNameList().contains(trail.name)
                || request.trailNameList().contains(trail.arn());
    }

    private static boolean atHome(Trails.Trail trail, Call call) {
        return trail.account.equals(call.account()) && trail.region.equals(call.region());
    }

    private boolean shown(Trails.Trail trail, Call call) {
        var here = trail.multiRegion || trail.region.equals(call.region());
        var ours =
                trail.account.equals(call.account())
                        || (trail.ofOrganization
                                && organization.account(call.account()).isPresent());
        return here && ours;
    }

    private static Trail trail(Trails.Trail trail) {
        return Trail.builder()
                .name(trail.name)
                .trailARN(trail.arn())
                .homeRegion(trail.region)
                .isMultiRegionTrail(trail.multiRegion)
                .isOrganizationTrail(trail.ofOrganization)
                .includeGlobalServiceEvents(true)
                .build();
    }

    private GetTrailStatusResponse status(GetTrailStatusRequest request, Call call) {
        return GetTrailStatusResponse.builder()
                .isLogging(need(request.name(), call).logging)
                .build();
    }

    private Trails.Trail need(String name, Call call) {
        return trails.all.stream()
                .filter(trail -> shown(trail, call))
                .filter(trail ->
                        trail.arn().equals(name)
                                || (atHome(trail, call) && trail.name.equals(name)))
                .findFirst()
                .orElseThrow(() -> refused("TrailNotFoundException", "Unknown trail: " + name));
    }

    /// An organization's trail is stopped by the management account alone, every trail in its home Region.
    private StopLoggingResponse stop(StopLoggingRequest request, Call call) {
        var trail = need(request.name(), call);
        if (trail.ofOrganization && !trail.account.equals(call.account())) {
            throw refused(
                    "NotOrganizationMasterAccountException",
                    "The trail belongs to the organization's management account.");
        }
        if (!atHome(trail, call)) {
            throw refused(
                    "InvalidHomeRegionException",
                    "The home Region of the trail is " + trail.region);
        }
        trail.logging = false;
        return StopLoggingResponse.builder().build();
    }

    private static AwsError refused(String code, String words) {
        return new AwsError(400, code, words);
    }
}
