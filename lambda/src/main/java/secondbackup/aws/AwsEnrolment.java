package secondbackup.aws;

import java.util.Map;
import java.util.function.Consumer;
import secondbackup.doctor.Change;
import secondbackup.inventory.AccountId;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Makes the changes that no template can make, each with one call. It switches on and never off.
///
/// Source: AWS Backup API, `UpdateGlobalSettings` (management account only) and `UpdateRegionSettings` (other types
/// stay as they are); AWS Organizations API, `EnableAWSServiceAccess`; AWS CloudFormation API,
/// `ActivateOrganizationsAccess`; AWS IAM API, `CreateServiceLinkedRole`; read 2026-11-27.
public final class AwsEnrolment {
    /// What came of a change.
    public sealed interface Outcome {
        record Done() implements Outcome {}

        record Failed(String cause) implements Outcome {}
    }

    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final String role;

    /// @param role assumed in every account but the caller's own
    public AwsEnrolment(AwsConnection connection, RoleSessions sessions, String role) {
        this.connection = connection;
        this.sessions = sessions;
        this.role = role;
    }

    public Outcome make(Change change) {
        return switch (change) {
            case Change.CrossAccountBackup() ->
                    made(() ->
                            connection
                                    .backup(connection.region())
                                    .updateGlobalSettings(request ->
                                            request.globalSettings(
                                                    Map.of(
                                                            "isCrossAccountBackupEnabled",
                                                            "true"))));
            case Change.TrustBackup() ->
                    made(() ->
                            connection
                                    .organizations()
                                    .enableAWSServiceAccess(request ->
                                            request.servicePrincipal(AwsSetup.BACKUP_SERVICE)));
            case Change.TrustStackSets() ->
                    made(() ->
                            connection
                                    .cloudFormation(connection.region())
                                    .activateOrganizationsAccess(_ -> {}));
            case Change.MakeRole(var account, var wanted) ->
                    in(
                            account.id(),
                            rights ->
                                    connection
                                            .iam()
                                            .createServiceLinkedRole(request ->
                                                    request.awsServiceName(wanted.service())
                                                            .overrideConfiguration(override ->
                                                                    override.credentialsProvider(
                                                                            rights))));
            case Change.OptIn(var account, var region) ->
                    in(
                            account.id(),
                            rights ->
                                    connection
                                            .backup(region)
                                            .updateRegionSettings(request ->
                                                    request.resourceTypeOptInPreference(
                                                                    Map.of(
                                                                            PointReader.AURORA,
                                                                            true))
                                                            .overrideConfiguration(override ->
                                                                    override.credentialsProvider(
                                                                            rights))));
        };
    }

    private Outcome in(AccountId account, Consumer<AwsCredentialsProvider> call) {
        return switch (sessions.open(account, role)) {
            case RoleSessions.Session.Refused refused ->
                    new Outcome.Failed(refused.cause(RoleSessions.role(account, role)));
            case RoleSessions.Session.Open(var credentials) -> made(() -> call.accept(credentials));
        };
    }

    private static Outcome made(Runnable call) {
        return Attempt.orElse(
                () -> {
                    call.run();
                    return new Outcome.Done();
                },
                failure -> new Outcome.Failed(failure.cause()));
    }
}
