package secondbackup.simulation.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the Principal and NotPrincipal elements of a statement.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal", read 2026-11-22.
final class StatementPrincipals {
    private static final Pattern ACCOUNT = Pattern.compile("(?:arn:aws:iam::)?(\\d{12})(?::root)?");
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "arn:aws:(?:iam::\\d{12}:(?:user|role)|sts::\\d{12}:assumed-role)/[^*?]+");

    private StatementPrincipals() {}

    /// Fails: IllegalArgumentException for a principal where none belongs, or of a form that is not known.
    static List<Grantee> of(JsonNode statement, PolicyKind kind, boolean allow) {
        var named = statement.has("Principal") || statement.has("NotPrincipal");
        if (named == (kind == PolicyKind.IDENTITY)) {
            throw new IllegalArgumentException(
                    (named ? "Principal does not belong here: " : "Principal is missing: ")
                            + statement);
        }
        if (!named) {
            return List.of();
        }
        if (allow && statement.has("NotPrincipal")) {
            throw new IllegalArgumentException("NotPrincipal with Allow: " + statement);
        }
        return read(statement.path(statement.has("Principal") ? "Principal" : "NotPrincipal"));
    }

    private static List<Grantee> read(JsonNode principal) {
        if (principal.isTextual()) {
            return List.of(everyone(principal.asText()));
        }
        var grantees = new ArrayList<Grantee>();
        for (var kind : principal.properties()) {
            for (var name : PolicyParser.texts(kind.getValue())) {
                grantees.add(grantee(kind.getKey(), name));
            }
        }
        if (grantees.isEmpty()) {
            throw new IllegalArgumentException("Principal names nobody: " + principal);
        }
        return List.copyOf(grantees);
    }

    private static Grantee grantee(String kind, String name) {
        return switch (kind) {
            case "AWS" -> identity(name);
            case "Service" -> service(name);
            default -> throw new IllegalArgumentException("Principal " + kind + " is not known");
        };
    }

    private static Grantee everyone(String name) {
        if (!name.equals("*")) {
            throw new IllegalArgumentException("Principal " + name + " is not *");
        }
        return new Grantee.Everyone();
    }

    private static Grantee identity(String name) {
        if (name.equals("*")) {
            return new Grantee.Everyone();
        }
        var account = ACCOUNT.matcher(name);
        if (account.matches()) {
            return new Grantee.Account(account.group(1));
        }
        if (!IDENTITY.matcher(name).matches()) {
            throw new IllegalArgumentException("Principal " + name + " is not a known ARN");
        }
        return new Grantee.Identity(name);
    }

    private static Grantee service(String name) {
        if (!name.matches("[a-z0-9.-]+\\.amazonaws\\.com")) {
            throw new IllegalArgumentException("Principal " + name + " is not an AWS service");
        }
        return new Grantee.Service(name);
    }
}
