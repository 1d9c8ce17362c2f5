package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import secondbackup.simulation.wire.AwsError;

/// The rules of a template: what its parameters must satisfy. CDK writes one, `CheckBootstrapVersion`.
///
/// Source: AWS CloudFormation User Guide, "CloudFormation template Rules syntax", read 2026-11-27.
final class Rules {
    private static final Set<String> FIELDS = Set.of("Assertions", "RuleCondition");

    private Rules() {}

    /// Fails: `ValidationError` where one is broken; IllegalArgumentException where one is not understood.
    static void check(Template template, Values values) {
        for (var rule : template.rules().properties()) {
            rule.getValue()
                    .fieldNames()
                    .forEachRemaining(field -> {
                        if (!FIELDS.contains(field)) {
                            throw new IllegalArgumentException(
                                    "rule " + rule.getKey() + ": field " + field + " is unknown");
                        }
                    });
            var condition = rule.getValue().path("RuleCondition");
            if (condition.isMissingNode() || new Conditions(values).holds(condition)) {
                rule.getValue().path("Assertions").forEach(each -> check(each, values));
            }
        }
    }

    private static void check(JsonNode assertion, Values values) {
        if (!new Conditions(values).holds(assertion.path("Assert"))) {
            throw new AwsError(
                    400,
                    "ValidationError",
                    "Template validation error: " + assertion.path("AssertDescription").asText());
        }
    }
}
