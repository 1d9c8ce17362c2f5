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

    /// Conditions that AWS Backup's own use fulfils.
    private static final Set<String> FULFILLED =
            Set.of("kms:grantisforawsresource", "kms:viaservice");

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
        if (concerned.stream().anyMatch(statement -> is(statement, "Deny"))) {
            return Admission.UNCLEAR;
        }
        var allowing = concerned.stream().filter(statement -> is(statement, "Allow")).toList();
        if (NEEDED.stream().allMatch(action -> allows(allowing, action, account, organization))) {
            return Admission.ADMITS;
        }
        var doubtful = allowing.stream().anyMatch(KeyAdmission::hasForeignCondition);
        return doubtful ? Admission.UNCLEAR : Admission.REFUSES;
    }

    private static boolean allows(
            List<JsonNode> statements, String action, AccountId account, String organization) {
        return statements.stream()
                .filter(statement -> names(statement, action))
                .anyMatch(statement -> conditionsHold(statement, account, organization));
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
            JsonNode statement, AccountId account, String organization) {
        for (var operator : statement.path("Condition").properties()) {
            for (var key : operator.getValue().properties()) {
                var values = PolicyDocuments.texts(key.getValue());
                if (!holds(operator.getKey(), key.getKey(), values, account, organization)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holds(
            String operator,
            String key,
            List<String> values,
            AccountId account,
            String organization) {
        var positive = !operator.contains("Not") && !operator.startsWith("ForAllValues");
        return positive
                && switch (key.toLowerCase(Locale.ROOT)) {
                    case "aws:principalarn" ->
                            values.stream().anyMatch(value -> like(value, arn(account)));
                    case "aws:principalorgid" -> values.contains(organization);
                    case "aws:principalaccount", "kms:calleraccount" ->
                            values.contains(account.value());
                    default -> FULFILLED.contains(key.toLowerCase(Locale.ROOT));
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
