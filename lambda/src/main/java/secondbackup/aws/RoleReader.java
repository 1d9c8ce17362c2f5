package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.RoleView;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;

/// Reads roles of one account: whom they trust, and every policy that they have. One that cannot be read leaves the
/// others as they are.
///
/// Source: AWS IAM API, `GetRole`, `ListRolePolicies`, `GetRolePolicy` (documents are URL-encoded) and
/// `ListAttachedRolePolicies`, read 2026-11-27.
final class RoleReader {
    private final IamClient iam;
    private final Consumer<AwsRequestOverrideConfiguration.Builder> rights;

    RoleReader(AwsConnection connection, AwsCredentialsProvider credentials) {
        this.iam = connection.iam();
        this.rights = override -> override.credentialsProvider(credentials);
    }

    List<RoleView> read(List<String> names) {
        return names.stream().map(this::read).toList();
    }

    private RoleView read(String name) {
        return Attempt.orElse(
                () -> look(name), failure -> new RoleView.Unreadable(name, failure.cause()));
    }

    private RoleView look(String name) {
        try {
            var role =
                    required(
                            iam.getRole(request ->
                                            request.roleName(name).overrideConfiguration(rights))
                                    .role(),
                            "GetRole.Role");
            return new RoleView.Seen(
                    name,
                    decoded(role.assumeRolePolicyDocument(), "Role.AssumeRolePolicyDocument"),
                    policies(name),
                    attached(name),
                    boundary(role));
        } catch (NoSuchEntityException _) {
            return new RoleView.Absent(name);
        }
    }

    private List<String> policies(String role) {
        return iam
                .listRolePoliciesPaginator(
                        request -> request.roleName(role).overrideConfiguration(rights))
                .policyNames()
                .stream()
                .map(policy ->
                        decoded(
                                iam.getRolePolicy(request ->
                                                request.roleName(role)
                                                        .policyName(policy)
                                                        .overrideConfiguration(rights))
                                        .policyDocument(),
                                "GetRolePolicy.PolicyDocument"))
                .toList();
    }

    private List<String> attached(String role) {
        return iam
                .listAttachedRolePoliciesPaginator(
                        request -> request.roleName(role).overrideConfiguration(rights))
                .attachedPolicies()
                .stream()
                .map(AttachedPolicy::policyArn)
                .map(UnexpectedAnswer::orEmpty)
                .toList();
    }

    private static Optional<String> boundary(Role role) {
        return Optional.ofNullable(role.permissionsBoundary())
                .map(boundary -> orEmpty(boundary.permissionsBoundaryArn()));
    }

    private static String decoded(@Nullable String document, String field) {
        return URLDecoder.decode(required(document, field), StandardCharsets.UTF_8);
    }
}
