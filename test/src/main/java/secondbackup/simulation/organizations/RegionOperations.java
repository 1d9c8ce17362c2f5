package secondbackup.simulation.organizations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.account.model.GetRegionOptStatusRequest;
import software.amazon.awssdk.services.account.model.GetRegionOptStatusResponse;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/// The Regions that an account may use, as AWS Account Management tells them.
///
/// Source: AWS Account Management API model, ListRegions (1 to 50 a page), GetRegionOptStatus, 2026-11-22.
final class RegionOperations {
    private static final int LONGEST = 50;

    private final Organization organization;

    RegionOperations(Organization organization) {
        this.organization = organization;
    }

    void register(Operations operations) {
        operations.on(
                ListRegionsRequest.class,
                (request, call) -> List.of(right("account:ListRegions", request.accountId(), call)),
                this::listRegions);
        operations.on(
                GetRegionOptStatusRequest.class,
                (request, call) ->
                        List.of(
                                right("account:GetRegionOptStatus", request.accountId(), call)
                                        .with("account:TargetRegion", request.regionName())),
                this::getRegionOptStatus);
    }

    private AccessRequest right(String action, @Nullable String account, Call call) {
        var resource =
                account == null
                        ? "arn:aws:account::" + call.account() + ":account"
                        : "arn:aws:account::"
                                + organization.managementAccount
                                + ":account/"
                                + organization.id
                                + "/"
                                + account;
        return AccessRequest.of(action, resource);
    }

    private ListRegionsResponse listRegions(ListRegionsRequest request, Call call) {
        var account = account(request.accountId(), call);
        var size = Optional.ofNullable(request.maxResults()).orElse(LONGEST);
        if (size < 1 || size > LONGEST) {
            throw invalid("MaxResults must be between 1 and 50");
        }
        var wanted =
                Regions.all().stream()
                        .map(region -> region(account, region))
                        .filter(region -> asked(request, region.regionOptStatus()))
                        .toList();
        var start = start(request.nextToken(), wanted);
        var end = Math.min(start + size, wanted.size());
        return ListRegionsResponse.builder()
                .regions(wanted.subList(start, end))
                .nextToken(end < wanted.size() ? wanted.get(end).regionName() : null)
                .build();
    }

    private static boolean asked(ListRegionsRequest request, RegionOptStatus status) {
        return !request.hasRegionOptStatusContains()
                || request.regionOptStatusContains().isEmpty()
                || request.regionOptStatusContains().contains(status);
    }

    // A token is the name of the Region that the page begins with.
    private static int start(@Nullable String token, List<Region> regions) {
        if (token == null) {
            return 0;
        }
        var names = regions.stream().map(Region::regionName).toList();
        if (!names.contains(token)) {
            throw invalid("NextToken is not valid");
        }
        return names.indexOf(token);
    }

    private GetRegionOptStatusResponse getRegionOptStatus(
            GetRegionOptStatusRequest request, Call call) {
        var account = account(request.accountId(), call);
        if (!Regions.all().contains(request.regionName())) {
            throw invalid("RegionName is not a Region of this partition");
        }
        return GetRegionOptStatusResponse.builder()
                .regionName(request.regionName())
                .regionOptStatus(status(account, request.regionName()))
                .build();
    }

    private static Region region(Organization.Account account, String region) {
        return Region.builder().regionName(region).regionOptStatus(status(account, region)).build();
    }

    private static RegionOptStatus status(Organization.Account account, String region) {
        if (Regions.enabledByDefault(region)) {
            return RegionOptStatus.ENABLED_BY_DEFAULT;
        }
        return Organization.enabled(account, region)
                ? RegionOptStatus.ENABLED
                : RegionOptStatus.DISABLED;
    }

    // Another account's Regions are for the management account, which may not name itself.
    private Organization.Account account(@Nullable String asked, Call call) {
        var management = call.account().equals(organization.managementAccount);
        var id = asked == null ? call.account() : asked;
        var found = asked == null ? organization.anyAccount(id) : organization.account(id);
        if (found.isEmpty() || (asked != null && (!management || id.equals(call.account())))) {
            throw new AwsError(
                    403,
                    "AccessDeniedException",
                    "User: " + call.caller().arn() + " is not authorized to access account " + id);
        }
        return found.get();
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message);
    }
}
