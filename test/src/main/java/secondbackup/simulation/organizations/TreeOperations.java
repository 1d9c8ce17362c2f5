package secondbackup.simulation.organizations;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsRequest;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.ParentType;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.organizations.model.PolicyTypeStatus;
import software.amazon.awssdk.services.organizations.model.PolicyTypeSummary;
import software.amazon.awssdk.services.organizations.model.Root;

/// The organization and its tree of units.
///
/// Source: AWS Organizations API model, DescribeOrganization ("from any account in a organization"), ListRoots,
/// ListOrganizationalUnitsForParent, ListParents, 2026-11-22.
final class TreeOperations {
    private final Organization organization;
    private final Delegation delegation;
    private final Pages pages;

    TreeOperations(Organization organization, Delegation delegation, Pages pages) {
        this.organization = organization;
        this.delegation = delegation;
        this.pages = pages;
    }

    void register(Operations operations) {
        operations.on(
                DescribeOrganizationRequest.class,
                (_, _) -> List.of(AccessRequest.of("organizations:DescribeOrganization", "*")),
                this::describeOrganization);
        operations.on(ListRootsRequest.class, (_, _) -> List.of(listRoots()), this::listRoots);
        operations.on(
                ListOrganizationalUnitsForParentRequest.class,
                (request, _) -> List.of(listUnits(request)),
                this::listUnits);
        operations.on(
                ListParentsRequest.class,
                (request, _) -> List.of(listParents(request)),
                this::listParents);
    }

    private DescribeOrganizationResponse describeOrganization(
            DescribeOrganizationRequest request, Call call) {
        delegation.member(call);
        var management = organization.managementAccount;
        var email = organization.account(management).map(account -> account.email).orElse("");
        var shown =
                software.amazon.awssdk.services.organizations.model.Organization.builder()
                        .id(organization.id)
                        .arn(
                                "arn:aws:organizations::"
                                        + management
                                        + ":organization/"
                                        + organization.id)
                        .featureSet(OrganizationFeatureSet.ALL)
                        .masterAccountId(management)
                        .masterAccountArn(delegation.arn("account", management))
                        .masterAccountEmail(email)
                        .build();
        return DescribeOrganizationResponse.builder().organization(shown).build();
    }

    private static AccessRequest listRoots() {
        return AccessRequest.of("organizations:ListRoots", "*");
    }

    private ListRootsResponse listRoots(ListRootsRequest request, Call call) {
        delegation.admit(call, listRoots());
        var all =
                organization.units.values().stream()
                        .filter(unit -> unit.parent.isEmpty())
                        .map(this::root)
                        .toList();
        var page = pages.cut(all, call, "", request.maxResults(), request.nextToken());
        return ListRootsResponse.builder().roots(page.items()).nextToken(page.token()).build();
    }

    private Root root(Organization.Unit unit) {
        var controls =
                PolicyTypeSummary.builder()
                        .type(PolicyType.SERVICE_CONTROL_POLICY)
                        .status(PolicyTypeStatus.ENABLED)
                        .build();
        return Root.builder()
                .id(unit.id)
                .arn(delegation.arn(unit.id))
                .name(unit.name)
                .policyTypes(controls)
                .build();
    }

    private AccessRequest listUnits(ListOrganizationalUnitsForParentRequest request) {
        return AccessRequest.of(
                "organizations:ListOrganizationalUnitsForParent",
                delegation.arn(request.parentId()));
    }

    private ListOrganizationalUnitsForParentResponse listUnits(
            ListOrganizationalUnitsForParentRequest request, Call call) {
        delegation.admit(call, listUnits(request));
        var parent = request.parentId();
        if (!organization.units.containsKey(parent)) {
            throw new AwsError(
                    400, "ParentNotFoundException", "You specified parent that doesn't exist.");
        }
        var all =
                organization.units.values().stream()
                        .filter(unit -> unit.parent.equals(parent))
                        .map(this::unit)
                        .toList();
        var page = pages.cut(all, call, parent, request.maxResults(), request.nextToken());
        return ListOrganizationalUnitsForParentResponse.builder()
                .organizationalUnits(page.items())
                .nextToken(page.token())
                .build();
    }

    private OrganizationalUnit unit(Organization.Unit unit) {
        return OrganizationalUnit.builder()
                .id(unit.id)
                .arn(delegation.arn(unit.id))
                .name(unit.name)
                .build();
    }

    private AccessRequest listParents(ListParentsRequest request) {
        return AccessRequest.of("organizations:ListParents", delegation.arn(request.childId()));
    }

    private ListParentsResponse listParents(ListParentsRequest request, Call call) {
        delegation.admit(call, listParents(request));
        var parent =
                Parent.builder()
                        .id(parent(request.childId()))
                        .type(
                                parent(request.childId()).startsWith("r-")
                                        ? ParentType.ROOT
                                        : ParentType.ORGANIZATIONAL_UNIT)
                        .build();
        var page =
                pages.cut(
                        List.of(parent),
                        call,
                        request.childId(),
                        request.maxResults(),
                        request.nextToken());
        return ListParentsResponse.builder().parents(page.items()).nextToken(page.token()).build();
    }

    private String parent(String child) {
        var account = organization.account(child).map(found -> found.parent);
        var unit = organization.units.get(child);
        if (account.isEmpty() && (unit == null || unit.parent.isEmpty())) {
            throw new AwsError(
                    400,
                    "ChildNotFoundException",
                    "You specified an organizational unit or account that doesn't exist.");
        }
        return account.orElseGet(() -> unit == null ? "" : unit.parent);
    }
}
