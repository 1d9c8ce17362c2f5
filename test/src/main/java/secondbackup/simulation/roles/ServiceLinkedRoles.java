package secondbackup.simulation.roles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;

/// Makes the roles of AWS's own services.
///
/// Source: AWS IAM API model, CreateServiceLinkedRole (`InvalidInput`); AWS Service Authorization Reference, "AWS
/// Identity and Access Management" (`iam:AWSServiceName`); AWS Backup Developer Guide and Amazon RDS User Guide,
/// "Using service-linked roles"; 2026-11-27.
final class ServiceLinkedRoles {
    private static final Map<String, String> NAMES =
            new TreeMap<>(
                    Map.of(
                            "backup.amazonaws.com", "AWSServiceRoleForBackup",
                            "rds.amazonaws.com", "AWSServiceRoleForRDS"));

    private final Roles roles;
    private final Chance chance;

    ServiceLinkedRoles(Roles roles, Chance chance) {
        this.roles = roles;
        this.chance = chance;
    }

    void register(Operations operations) {
        operations.on(
                CreateServiceLinkedRoleRequest.class,
                (request, call) -> List.of(right(request, call)),
                this::create);
    }

    private static AccessRequest right(CreateServiceLinkedRoleRequest request, Call call) {
        var service = request.awsServiceName();
        return AccessRequest.of(
                        "iam:CreateServiceLinkedRole",
                        "arn:aws:iam::"
                                + call.account()
                                + ":role"
                                + path(service)
                                + NAMES.getOrDefault(service, "*"))
                .with("iam:AWSServiceName", service);
    }

    private CreateServiceLinkedRoleResponse create(
            CreateServiceLinkedRoleRequest request, Call call) {
        var service = request.awsServiceName();
        var name = NAMES.get(service);
        if (name == null) {
            throw new IllegalArgumentException("no service-linked role known for " + service);
        }
        if (roles.find(call.account(), name).isPresent()) {
            throw new AwsError(
                    400,
                    "InvalidInput",
                    "Service role name "
                            + name
                            + " has been taken in this account, please try a different suffix.");
        }
        var id = "AROA" + chance.hex(17, "service-linked role", call.account(), name);
        var made =
                new Roles.Role(
                        call.account(),
                        name,
                        path(service),
                        id.toUpperCase(Locale.ROOT),
                        trust(service));
        roles.put(made);
        return CreateServiceLinkedRoleResponse.builder().role(RoleOperations.shown(made)).build();
    }

    private static String path(String service) {
        return "/aws-service-role/" + service + "/";
    }

    private static String trust(String service) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"Service\":\""
                + service
                + "\"},\"Action\":\"sts:AssumeRole\"}]}";
    }
}
