package secondbackup.simulation.organizations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountJoinedMethod;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.DescribeAccountRequest;
import software.amazon.awssdk.services.organizations.model.DescribeAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/// The accounts of the organization.
///
/// Source: AWS Organizations API model, ListAccounts, ListAccountsForParent, DescribeAccount, Account,
/// 2026-11-22.
final class MemberOperations {
    // Source: AWS Organizations API model, Account.Status, 2026-11-22.
    private static final Instant STATUS_RETIRED = Instant.parse("2026-09-09T00:00:00Z");

    private final Organization organization;
    private final Delegation delegation;
    private final Pages pages;
    private final InstantSource time;

    MemberOperations(
            Organization organization, Delegation delegation, Pages pages, InstantSource time) {
        this.organization = organization;
        this.delegation = delegation;
        this.pages = pages;
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(
                ListAccountsRequest.class, (_, _) -> List.of(listAccounts()), this::listAccounts);
        operations.on(
                ListAccountsForParentRequest.class,
                (request, _) -> List.of(listAccountsForParent(request)),
                this::listAccountsForParent);
        operations.on(
                DescribeAccountRequest.class,
                (request, _) -> List.of(describeAccount(request)),
                this::describeAccount);
    }

    private static AccessRequest listAccounts() {
        return AccessRequest.of("organizations:ListAccounts", "*");
    }

    private AccessRequest listAccountsForParent(ListAccountsForParentRequest request) {
        return AccessRequest.of(
                "organizations:ListAccountsForParent", delegation.arn(request.parentId()));
    }

    private AccessRequest describeAccount(DescribeAccountRequest request) {
        return AccessRequest.of(
                "organizations:DescribeAccount", delegation.arn(request.accountId()));
    }

    private ListAccountsResponse listAccounts(ListAccountsRequest request, Call call) {
        delegation.admit(call, listAccounts());
        var all = organization.accounts.values().stream().map(this::account).toList();
        var page = pages.cut(all, call, "", request.maxResults(), request.nextToken());
        return ListAccountsResponse.builder()
                .accounts(page.items())
                .nextToken(page.token())
                .build();
    }

    private ListAccountsForParentResponse listAccountsForParent(
            ListAccountsForParentRequest request, Call call) {
        delegation.admit(call, listAccountsForParent(request));
        var parent = request.parentId();
        if (!organization.units.containsKey(parent)) {
            throw new AwsError(
                    400, "ParentNotFoundException", "You specified parent that doesn't exist.");
        }
        var all =
                organization.accounts.values().stream()
                        .filter(account -> account.parent.equals(parent))
                        .map(this::account)
                        .toList();
        var page = pages.cut(all, call, parent, request.maxResults(), request.nextToken());
        return ListAccountsForParentResponse.builder()
                .accounts(page.items())
                .nextToken(page.token())
                .build();
    }

    private DescribeAccountResponse describeAccount(DescribeAccountRequest request, Call call) {
        delegation.admit(call, describeAccount(request));
        var found =
                organization
                        .account(request.accountId())
                        .orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "AccountNotFoundException",
                                        "You specified an account that doesn't exist."));
        return DescribeAccountResponse.builder().account(account(found)).build();
    }

    private Account account(Organization.Account account) {
        var management = account.id.equals(organization.managementAccount);
        var shown =
                Account.builder()
                        .id(account.id)
                        .arn(delegation.arn("account", account.id))
                        .name(account.name)
                        .email(account.email)
                        .state(account.state.name())
                        .joinedTimestamp(account.joinedAt)
                        .joinedMethod(
                                management
                                        ? AccountJoinedMethod.INVITED
                                        : AccountJoinedMethod.CREATED);
        status(account.state).ifPresent(shown::status);
        return shown.build();
    }

    private Optional<AccountStatus> status(Organization.AccountState state) {
        if (!time.instant().isBefore(STATUS_RETIRED)) {
            return Optional.empty();
        }
        return switch (state) {
            case ACTIVE -> Optional.of(AccountStatus.ACTIVE);
            case PENDING_CLOSURE -> Optional.of(AccountStatus.PENDING_CLOSURE);
            case SUSPENDED, CLOSED -> Optional.of(AccountStatus.SUSPENDED);
            case PENDING_ACTIVATION -> Optional.empty();
        };
    }
}
