package secondbackup.simulation.kms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.iam.Principal;

/// The grants on all keys.
///
/// Source: AWS KMS Developer Guide, "Grants in AWS KMS", read 2026-11-22.
public final class Grants {
    /// One grant.
    ///
    /// @param grantee ARN of the role or user that it is given to, or a service principal
    /// @param retiring who may retire it, or empty
    /// @param operations such as `Decrypt`
    public record Grant(
            String id,
            String name,
            String keyArn,
            String grantee,
            String retiring,
            String issuingAccount,
            List<String> operations,
            Instant createdAt) {

        public Grant {
            operations = List.copyOf(operations);
        }
    }

    private final TreeMap<String, Grant> byId = new TreeMap<>();

    public void put(Grant grant) {
        byId.put(grant.id(), grant);
    }

    public void remove(Grant grant) {
        byId.remove(grant.id());
    }

    public Optional<Grant> find(String keyArn, String id) {
        return Optional.ofNullable(byId.get(id)).filter(grant -> grant.keyArn().equals(keyArn));
    }

    public List<Grant> of(String keyArn) {
        return byId.values().stream().filter(grant -> grant.keyArn().equals(keyArn)).toList();
    }

    /// Whether a grant on the key gives the caller an operation.
    ///
    /// @param operation such as `Decrypt`
    boolean allow(String keyArn, Principal caller, String operation) {
        return of(keyArn).stream()
                .anyMatch(grant ->
                        grant.operations().contains(operation)
                                && grant.grantee().equals(identity(caller)));
    }

    /// The ARN that a grant names for a caller: of a session, its role.
    static String identity(Principal caller) {
        return switch (caller) {
            case Principal.Administrator administrator -> administrator.arn();
            case Principal.Root root -> root.arn();
            case Principal.RoleSession session -> role(session.account(), session.role());
            case Principal.PassedRole passed -> role(passed.account(), passed.role());
            case Principal.ServiceLinkedRole linked -> linked.arn();
            case Principal.Anonymous anonymous -> anonymous.arn();
        };
    }

    private static String role(String account, String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }
}
