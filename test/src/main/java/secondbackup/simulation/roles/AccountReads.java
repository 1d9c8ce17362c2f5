package secondbackup.simulation.roles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Everybody in an account at once: users and roles in pages, and how many there are. Groups and managed policies are
/// not listed.
///
/// Source: AWS IAM API model, GetAccountAuthorizationDetails ("Policies returned by this operation are URL-encoded"),
/// GetAccountSummary (summaryKeyType), read 2026-11-27.
///
/// @param users of all accounts
record AccountReads(Users users, Roles roles) {
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    void register(Operations operations) {
        operations.on(
                GetAccountAuthorizationDetailsRequest.class,
                (_, _) -> List.of(AccessRequest.of("iam:GetAccountAuthorizationDetails", "*")),
                this::details);
        operations.on(
                GetAccountSummaryRequest.class,
                (_, _) -> List.of(AccessRequest.of("iam:GetAccountSummary", "*")),
                this::summary);
    }

    private GetAccountAuthorizationDetailsResponse details(
            GetAccountAuthorizationDetailsRequest asked, Call call) {
        var all = new ArrayList<Object>();
        if (wanted(asked, EntityType.USER)) {
            users.of(call.account()).forEach(user -> all.add(detail(user)));
        }
        if (wanted(asked, EntityType.ROLE)) {
            roles.of(call.account()).forEach(role -> all.add(detail(role)));
        }
        var page = ItemPage.cut(all, asked.maxItems(), asked.marker());
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(of(UserDetail.class, page.items()))
                .roleDetailList(of(RoleDetail.class, page.items()))
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private static <T> List<T> of(Class<T> kind, List<Object> items) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean wanted(GetAccountAuthorizationDetailsRequest asked, EntityType type) {
        return asked.filter().isEmpty() || asked.filter().contains(type);
    }

    private static UserDetail detail(Users.User user) {
        return UserDetail.builder()
                .arn(user.arn())
                .path(user.path)
                .userName(user.name)
                .userId(user.uniqueId)
                .createDate(CREATED)
                .build();
    }

    private static RoleDetail detail(Roles.Role role) {
        var policies =
                role.policies.entrySet().stream()
                        .map(policy ->
                                PolicyDetail.builder()
                                        .policyName(policy.getKey())
                                        .policyDocument(RoleOperations.encoded(policy.getValue()))
                                        .build())
                        .toList();
        return RoleDetail.builder()
                .arn(role.arn())
                .path(role.path)
                .roleName(role.name)
                .roleId(role.uniqueId)
                .createDate(CREATED)
                .assumeRolePolicyDocument(RoleOperations.encoded(role.trustPolicy))
                .rolePolicyList(policies)
                .attachedManagedPolicies(
                        role.attached.keySet().stream().map(RoleOperations::attached).toList())
                .build();
    }

    private GetAccountSummaryResponse summary(GetAccountSummaryRequest asked, Call call) {
        var root = users.root(call.account());
        SequencedMap<String, Integer> counts = new TreeMap<>();
        counts.put("Users", users.of(call.account()).size());
        counts.put("Roles", roles.of(call.account()).size());
        counts.put("AccountAccessKeysPresent", root.accessKey ? 1 : 0);
        counts.put("AccountPasswordPresent", root.password ? 1 : 0);
        counts.put("AccountMFAEnabled", root.mfa ? 1 : 0);
        counts.put("AccountSigningCertificatesPresent", 0);
        return GetAccountSummaryResponse.builder().summaryMapWithStrings(counts).build();
    }
}
