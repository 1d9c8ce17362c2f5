package secondbackup.simulation.kms;

import java.time.Instant;
import java.util.List;
import secondbackup.simulation.Ask;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.core.SdkRequest;

/// Keys of two accounts of an organization, with the operations on them.
final class KmsFixture {
    static final String OWNER = "111111111111";
    static final String OTHER = "222222222222";
    static final String REGION = "eu-west-1";

    final SimulatedTime time = new SimulatedTime(Instant.parse("2026-03-01T00:00:00Z"));
    final Roles roles = new Roles();
    final Access access;
    final Keys keys;
    final Operations operations = new Operations();

    KmsFixture() {
        var organization = Organization.founded("o-1", OWNER, time.instant());
        organization.join(OTHER, "other", "r-root", time.instant());
        access = new Access(roles, organization, time);
        keys = new Keys(access);
        new KmsOperations(keys, access, roles, new Chance(1), time).register(operations);
    }

    Keys.Key key(String id) {
        var key =
                new Keys.Key(OWNER, REGION, id, Keys.Manager.CUSTOMER, KeyPolicies.standard(OWNER));
        key.alias = id + "-alias";
        keys.put(key);
        return key;
    }

    Ask ask(String account) {
        return new Ask(operations, account, "kms", REGION);
    }

    /// Whether IAM lets a call through.
    <Q extends SdkRequest> boolean allows(Principal caller, Q request) {
        var found = operations.find(request.getClass()).orElseThrow();
        @SuppressWarnings("unchecked") // Operations keeps each handler under its own request class.
        var operation = (Operations.Operation<Q, ?>) found;
        var call = new Call(caller, "kms", REGION, "");
        List<AccessRequest> rights = operation.rights().of(request, call);
        return rights.stream().allMatch(right -> access.decide(caller, REGION, right).allowed());
    }

    static Principal administrator(String account) {
        return new Principal.Administrator(account);
    }

    static Principal.ServiceLinkedRole backup(String account) {
        return new Principal.ServiceLinkedRole(
                account, "AWSServiceRoleForBackup", "backup.amazonaws.com");
    }

    Principal role(String name, String policy) {
        var role = new Roles.Role(OWNER, name, "AROA" + name, "{}");
        role.policies.put("own", policy);
        roles.put(role);
        return new Principal.RoleSession(OWNER, name, "session", "");
    }
}
