package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/// Whom a role's trust policy lets in. Conditions are not weighed: who is named there may come in one day.
///
/// Source: AWS IAM User Guide, "AWS JSON policy elements: Principal", read 2026-11-27.
final class TrustPolicy {
    /// What stands before the name of an AWS service.
    static final String SERVICE = "service/";

    private static final String UNREADABLE = "a trust policy that is no policy document";

    private TrustPolicy() {}

    /// Everybody that the policy names in what it allows: ARNs, `*`, providers, services such as
    /// `service/events.amazonaws.com`, and whatever else stands there. An account's number is its root's ARN.
    static List<String> letsIn(String trust) {
        return PolicyDocuments.read(trust)
                .map(document -> PolicyDocuments.list(document.path("Statement")))
                .filter(statements -> !statements.isEmpty())
                .map(statements ->
                        statements.stream()
                                .filter(statement -> !effect(statement).equals("Deny"))
                                .flatMap(TrustPolicy::named)
                                .distinct()
                                .sorted()
                                .toList())
                .orElse(List.of(UNREADABLE));
    }

    private static String effect(JsonNode statement) {
        return statement.path("Effect").asText();
    }

    private static Stream<String> named(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            return Stream.of("everybody but " + statement.path("NotPrincipal"));
        }
        var principal = statement.path("Principal");
        return principal.isObject()
                ? principal.properties().stream()
                        .flatMap(kind -> parties(kind.getKey(), kind.getValue()))
                : PolicyDocuments.texts(principal).stream();
    }

    /// A provider may have the name of a service, so the kind is said.
    private static Stream<String> parties(String kind, JsonNode names) {
        var texts = PolicyDocuments.texts(names).stream();
        return kind.equals("Service")
                ? texts.map(name -> SERVICE + name)
                : texts.map(PolicyDocuments::principal);
    }
}
