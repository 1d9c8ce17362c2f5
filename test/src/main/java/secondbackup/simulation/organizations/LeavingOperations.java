package secondbackup.simulation.organizations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.organizations.model.CloseAccountRequest;
import software.amazon.awssdk.services.organizations.model.CloseAccountResponse;
import software.amazon.awssdk.services.organizations.model.LeaveOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.LeaveOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.MoveAccountRequest;
import software.amazon.awssdk.services.organizations.model.MoveAccountResponse;
import software.amazon.awssdk.services.organizations.model.RemoveAccountFromOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.RemoveAccountFromOrganizationResponse;

/// Accounts are closed, moved and taken out of the organization by the management account; a member may leave by
/// itself. That an account needs a way to pay before it may leave is not modelled: whoever leaves here has one.
///
/// Source: AWS Organizations API model, CloseAccount (`AccountAlreadyClosedException`, and "You can't close the
/// management account"), MoveAccount (`SourceParentNotFoundException`, `DestinationParentNotFoundException`),
/// RemoveAccountFromOrganization and LeaveOrganization (`MasterCannotLeaveOrganizationException`); Service Authorization
/// Reference, "Actions, resources, and condition keys for AWS Organizations"; read 2026-11-27.
///
/// @param closing lets an account end
record LeavingOperations(
        Organization organization, Delegation delegation, Consumer<String> closing) {

    void register(Operations operations) {
        operations.on(
                LeaveOrganizationRequest.class,
                (_, _) -> List.of(AccessRequest.of("organizations:LeaveOrganization", "*")),
                this::leave);
        operations.on(
                RemoveAccountFromOrganizationRequest.class,
                (asked, _) -> on("RemoveAccountFromOrganization", asked.accountId()),
                this::remove);
        operations.on(
                CloseAccountRequest.class,
                (asked, _) -> on("CloseAccount", asked.accountId()),
                this::close);
        operations.on(MoveAccountRequest.class, this::moving, this::move);
    }

    private List<AccessRequest> on(String action, String id) {
        return List.of(AccessRequest.of("organizations:" + action, delegation.arn(id)));
    }

    private List<AccessRequest> moving(MoveAccountRequest asked, Call call) {
        var rights = new ArrayList<>(on("MoveAccount", asked.accountId()));
        rights.addAll(on("MoveAccount", asked.sourceParentId()));
        rights.addAll(on("MoveAccount", asked.destinationParentId()));
        return rights;
    }

    private LeaveOrganizationResponse leave(LeaveOrganizationRequest asked, Call call) {
        delegation.member(call);
        refuseManagement(call.account());
        organization.leave(call.account());
        return LeaveOrganizationResponse.builder().build();
    }

    private RemoveAccountFromOrganizationResponse remove(
            RemoveAccountFromOrganizationRequest asked, Call call) {
        delegation.management(call);
        refuseManagement(need(asked.accountId()).id);
        organization.leave(asked.accountId());
        return RemoveAccountFromOrganizationResponse.builder().build();
    }

    private void refuseManagement(String account) {
        if (account.equals(organization.managementAccount)) {
            throw refused(
                    "MasterCannotLeaveOrganizationException",
                    "The management account can't leave its organization.");
        }
    }

    private CloseAccountResponse close(CloseAccountRequest asked, Call call) {
        delegation.management(call);
        var account = need(asked.accountId());
        if (account.id.equals(organization.managementAccount)) {
            throw refused(
                    "ConstraintViolationException", "You can't close the management account.");
        }
        if (account.state != AccountState.ACTIVE) {
            throw refused("AccountAlreadyClosedException", "The account is closed already.");
        }
        closing.accept(account.id);
        return CloseAccountResponse.builder().build();
    }

    private MoveAccountResponse move(MoveAccountRequest asked, Call call) {
        delegation.management(call);
        var account = need(asked.accountId());
        if (!account.parent.equals(asked.sourceParentId())) {
            throw refused(
                    "SourceParentNotFoundException",
                    "The account isn't in the source parent that you specified.");
        }
        if (!organization.units.containsKey(asked.destinationParentId())) {
            throw refused(
                    "DestinationParentNotFoundException",
                    "You specified a destination that doesn't exist.");
        }
        account.parent = asked.destinationParentId();
        return MoveAccountResponse.builder().build();
    }

    private Organization.Account need(String id) {
        return organization
                .account(id)
                .orElseThrow(() ->
                        refused(
                                "AccountNotFoundException",
                                "You specified an account that doesn't exist."));
    }

    private static AwsError refused(String code, String words) {
        return PolicyWrites.refused(code, words);
    }
}
