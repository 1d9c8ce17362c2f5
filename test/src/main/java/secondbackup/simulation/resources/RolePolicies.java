package secondbackup.simulation.resources;

import java.util.List;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.iam.Roles;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/// Brings the policies of a role from what a template said to what it says now; what it never said stays.
final class RolePolicies {
    private RolePolicies() {}

    static void inline(
            Roles.Role role,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            Scene scene) {
        after.forEach((name, document) -> {
            if (!document.equals(before.get(name))) {
                put(role.name, name, document, scene);
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name) && role.policies.containsKey(name))
                .forEach(name -> delete(role.name, name, scene));
    }

    static void put(String role, String name, String document, Scene scene) {
        scene.call(
                "iam",
                PutRolePolicyRequest.builder()
                        .roleName(role)
                        .policyName(name)
                        .policyDocument(document)
                        .build(),
                PutRolePolicyResponse.class);
    }

    static void delete(String role, String name, Scene scene) {
        scene.call(
                "iam",
                DeleteRolePolicyRequest.builder().roleName(role).policyName(name).build(),
                DeleteRolePolicyResponse.class);
    }

    static void attached(Roles.Role role, List<String> before, List<String> after, Scene scene) {
        after.stream()
                .filter(arn -> !before.contains(arn))
                .forEach(arn -> attach(role.name, arn, scene));
        before.stream()
                .filter(arn -> !after.contains(arn) && role.attached.containsKey(arn))
                .forEach(arn -> detach(role.name, arn, scene));
    }

    static void attach(String role, String arn, Scene scene) {
        scene.call(
                "iam",
                AttachRolePolicyRequest.builder().roleName(role).policyArn(arn).build(),
                AttachRolePolicyResponse.class);
    }

    static void detach(String role, String arn, Scene scene) {
        scene.call(
                "iam",
                DetachRolePolicyRequest.builder().roleName(role).policyArn(arn).build(),
                DetachRolePolicyResponse.class);
    }
}
