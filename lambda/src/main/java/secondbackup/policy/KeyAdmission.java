package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.KeyView.Admission;

/// Reads from a key's policy whether the AWS Backup of another account may use the key, which a
/// cross-account copy of an Aurora snapshot needs. Says `UNCLEAR` rather than guess.
///
/// Source: AWS Backup Developer Guide, "Encryption for backups" and "Creating backup copies across AWS
/// accounts": the destination account's service-linked role does the copying; read 2026-11-22.
public final class KeyAdmission {
    private static final String ROLE =
            "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup";
    private static final List<String> NEEDED = List.of("kms:creategrant", "kms:describekey");

    /// Operators whose meaning is judged here, with or without `IfExists`.
    private static final Set<String> OPERATORS =
            Set.of("StringEquals", "StringLike", "ArnEquals", "ArnLike", "Bool");

    private KeyAdmission() {}

    /// @param policy JSON of the key's policy
    /// @param account the account whose AWS Backup shall use the key
    /// @param organization id of the organization that account belongs to
    public static Admission of(String policy, AccountId account, String organization) {
        var document = PolicyDocuments.read(policy);
        if (document.isEmpty()) {
            return Admission.UNCLEAR;
        }
        var statements = PolicyDocuments.list(document.get().path("Statement"));
        var concerned =
                statements.stream().filter(statement -> concerns(statement, account)).toList();
        if (concerned.stream().anyMatch(KeyAdmission::beyondJudgement)) {
            return Admission.UNCLEAR;
        }
        var allowing = concerned.stream().filter(statement -> is(statement, "Allow")).toList();
        if (NEEDED.stream().allMatch(action -> allows(allowing, action, account, organization))) {
            return Admission.ADMITS;
        }
        var doubtful = allowing.stream().anyMatch(KeyAdmission::hasForeignCondition);
        return doubtful ? Admission.UNCLEAR : Admission.REFUSES;
    }

    /// A refusal may take back what is allowed elsewhere, and what is said by exception is not judged here.
    private static boolean beyondJudgement(JsonNode statement) {
        return is(statement, "Deny")
                || statement.has("NotPrincipal")
                || statement.has("NotAction")
                || statement.has("NotResource");
    }

    private static boolean allows(
            List<JsonNode> statements, String action, AccountId account, String organization) {
        return statements.stream()
                .filter(statement -> names(statement, action))
                .anyMatch(statement -> conditionsHold(statement, action, account, organization));
    }

    private static boolean is(JsonNode statement, String effect) {
        return statement.path("Effect").asText().equals(effect);
    }

    /// Whether its principals include the account, its service-linked role, or everybody.
    private static boolean concerns(JsonNode statement, AccountId account) {
        if (statement.has("NotPrincipal")) {
            return true;
        }
        var principal = statement.path("Principal");
        var names = principal.isObject() ? principal.path("AWS") : principal;
        return PolicyDocuments.texts(names).stream()
                .map(PolicyDocuments::principal)
                .anyMatch(name ->
                        name.equals("*")
                                || name.equals(root(account))
                                || name.equals(arn(account)));
    }

    private static boolean names(JsonNode statement, String action) {
        return PolicyDocuments.texts(statement.path("Action")).stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .anyMatch(pattern -> like(pattern, action));
    }

    private static boolean conditionsHold(
            JsonNode statement, String action, AccountId account, String organization) {
        for (var operator : statement.path("Condition").properties()) {
            for (var key : operator.getValue().properties()) {
                var condition =
                        new Condition(
                                operator.getKey(),
                                key.getKey().toLowerCase(Locale.ROOT),
                                PolicyDocuments.texts(key.getValue()));
                if (!holds(condition, action, account, organization)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// One line of a statement's condition.
    private record Condition(String operator, String key, List<String> values) {
        boolean optional() {
            return operator.endsWith("IfExists");
        }

        boolean judged() {
            return OPERATORS.contains(operator.replace("IfExists", ""));
        }

        boolean matches(String text) {
            return operator.startsWith("StringEquals")
                    ? values.contains(text)
                    : values.stream().anyMatch(value -> like(value, text));
        }

        boolean matchesStart(String start) {
            return values.stream().anyMatch(value -> value.startsWith(start));
        }
    }

    /// Whether AWS Backup's own use fulfils a condition. It works through Amazon RDS, and only a request for a
    /// grant says that it is for an AWS resource.
    ///
    /// Source: AWS KMS Developer Guide, "AWS KMS condition keys", read 2026-11-22.
    private static boolean holds(
            Condition condition, String action, AccountId account, String organization) {
        return condition.judged()
                && switch (condition.key()) {
                    case "aws:principalarn" -> condition.matches(arn(account));
                    case "aws:principalorgid" -> condition.matches(organization);
                    case "aws:principalaccount", "kms:calleraccount" ->
                            condition.matches(account.value());
                    case "kms:viaservice" -> condition.matchesStart("rds.");
                    case "kms:grantisforawsresource" ->
                            condition.matches("true")
                                    && (action.equals("kms:creategrant") || condition.optional());
                    default -> false;
                };
    }

    private static boolean hasForeignCondition(JsonNode statement) {
        return !statement.path("Condition").isEmpty();
    }

    private static String root(AccountId account) {
        return "arn:aws:iam::" + account + ":root";
    }

    private static String arn(AccountId account) {
        return "arn:aws:iam::" + account + ":" + ROLE;
    }

    private static boolean like(String pattern, String text) {
        var regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.matches(regex, text);
    }
}
