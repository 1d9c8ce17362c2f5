package secondbackup.simulation.organizations;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudformation.model.ActivateOrganizationsAccessRequest;
import software.amazon.awssdk.services.cloudformation.model.ActivateOrganizationsAccessResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeOrganizationsAccessRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeOrganizationsAccessResponse;
import software.amazon.awssdk.services.cloudformation.model.OrganizationStatus;
import software.amazon.awssdk.services.organizations.model.EnableAwsServiceAccessRequest;
import software.amazon.awssdk.services.organizations.model.EnableAwsServiceAccessResponse;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;

/// Which services of AWS the organization trusts. StackSets are trusted through CloudFormation only.
///
/// Source: AWS Organizations API model, EnableAWSServiceAccess ("only from the organization's management account"),
/// ListAWSServiceAccessForOrganization; AWS CloudFormation API model, ActivateOrganizationsAccess,
/// DescribeOrganizationsAccess; AWS Organizations User Guide, "AWS CloudFormation StackSets and AWS Organizations";
/// 2026-11-27.
final class TrustOperations {
    private final Organization organization;
    private final Delegation delegation;
    private final Pages pages;

    TrustOperations(Organization organization, Delegation delegation, Pages pages) {
        this.organization = organization;
        this.delegation = delegation;
        this.pages = pages;
    }

    void register(Operations operations) {
        operations.on(
                ListAwsServiceAccessForOrganizationRequest.class,
                (_, _) -> List.of(listing()),
                this::list);
        operations.on(
                EnableAwsServiceAccessRequest.class,
                (request, _) ->
                        right("organizations:EnableAWSServiceAccess").stream()
                                .map(right ->
                                        right.with(
                                                "organizations:ServicePrincipal",
                                                request.servicePrincipal()))
                                .toList(),
                this::enable);
        operations.on(
                ActivateOrganizationsAccessRequest.class,
                (_, _) -> right("cloudformation:ActivateOrganizationsAccess"),
                this::activate);
        operations.on(
                DescribeOrganizationsAccessRequest.class,
                (_, _) -> right("cloudformation:DescribeOrganizationsAccess"),
                this::describe);
    }

    private static AccessRequest listing() {
        return AccessRequest.of("organizations:ListAWSServiceAccessForOrganization", "*");
    }

    private static List<AccessRequest> right(String action) {
        return List.of(AccessRequest.of(action, "*"));
    }

    private ListAwsServiceAccessForOrganizationResponse list(
            ListAwsServiceAccessForOrganizationRequest request, Call call) {
        delegation.admit(call, listing());
        var all = new TreeSet<>(organization.trustedServices);
        if (organization.stackSetsTrusted) {
            all.add("member.org.stacksets.cloudformation.amazonaws.com");
        }
        var shown = new ArrayList<EnabledServicePrincipal>();
        all.forEach(service ->
                shown.add(EnabledServicePrincipal.builder().servicePrincipal(service).build()));
        var page = pages.cut(shown, call, "trusted", request.maxResults(), request.nextToken());
        return ListAwsServiceAccessForOrganizationResponse.builder()
                .enabledServicePrincipals(page.items())
                .nextToken(page.token())
                .build();
    }

    private EnableAwsServiceAccessResponse enable(
            EnableAwsServiceAccessRequest request, Call call) {
        delegation.member(call);
        if (!management(call)) {
            throw new AwsError(
                    400,
                    "AccessDeniedException",
                    "You don't have permissions to access this resource.");
        }
        organization.trustedServices.add(request.servicePrincipal());
        return EnableAwsServiceAccessResponse.builder().build();
    }

    private ActivateOrganizationsAccessResponse activate(
            ActivateOrganizationsAccessRequest request, Call call) {
        if (!management(call)) {
            throw new AwsError(
                    400,
                    "InvalidOperationException",
                    "Only the organization's management account can activate trusted access.");
        }
        organization.stackSetsTrusted = true;
        return ActivateOrganizationsAccessResponse.builder().build();
    }

    private DescribeOrganizationsAccessResponse describe(
            DescribeOrganizationsAccessRequest request, Call call) {
        return DescribeOrganizationsAccessResponse.builder()
                .status(
                        organization.stackSetsTrusted
                                ? OrganizationStatus.ENABLED
                                : OrganizationStatus.DISABLED)
                .build();
    }

    private boolean management(Call call) {
        return call.account().equals(organization.managementAccount);
    }
}
