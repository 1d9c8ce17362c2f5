package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;

/// What files of `policies/rights` allow, for whoever works with these rights under another role.
public final class Rights {
    /// Most characters of a session policy.
    ///
    /// Source: AWS STS API, `AssumeRole`, `Policy`, read 2026-11-22.
    private static final int SESSION_POLICY_MAX = 2_048;

    private static final JsonNode EVERYTHING =
            JsonNodeFactory.instance.objectNode().put("Effect", "Allow").put("Resource", "*");

    private final SortedMap<String, String> files;
    private final Estate estate;

    /// @param files text of `policies/` by name
    /// @param estate whose names stand for `${...}`
    public Rights(SortedMap<String, String> files, Estate estate) {
        this.files = files;
        this.estate = estate;
    }

    /// The actions that some files allow.
    ///
    /// @param names without folder, such as `survey-role.json`
    public SortedSet<String> actions(String... names) {
        var actions = new TreeSet<String>();
        statements(names)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .forEach(statement ->
                        actions.addAll(PolicyDocuments.texts(statement.path("Action"))));
        return actions;
    }

    /// The rights of some files in one account, as short as can be said, with more actions on top.
    ///
    /// Fails: IllegalStateException when AWS would refuse it for its length.
    public String sessionPolicy(AccountId account, Collection<String> more, String... names) {
        var actionsOf = new LinkedHashMap<JsonNode, SortedSet<String>>();
        statements(names).forEach(statement -> add(statement, actionsOf));
        if (!more.isEmpty()) {
            actionsOf.computeIfAbsent(EVERYTHING, _ -> new TreeSet<>()).addAll(more);
        }
        var policy = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        var statements = policy.putArray("Statement");
        actionsOf.forEach((rest, actions) -> {
            ObjectNode statement = rest.deepCopy();
            actions.forEach(statement.putArray("Action")::add);
            statements.add(statement);
        });
        var text = names(account).fill(policy).toString();
        if (text.length() > SESSION_POLICY_MAX) {
            throw new IllegalStateException(
                    "the session policy of "
                            + List.of(names)
                            + " has "
                            + text.length()
                            + " characters; AWS takes "
                            + SESSION_POLICY_MAX);
        }
        return text;
    }

    /// Whom a role of ours trusts, as JSON.
    ///
    /// @param name file of the role, such as `copy-starter.json`
    public String trust(String name, AccountId account) {
        return names(account).fill(document(name).path("trust")).toString();
    }

    private Stream<JsonNode> statements(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        PolicyDocuments.list(document(name).at("/policy/Statement")).stream());
    }

    /// Statements that differ in nothing but their actions are one.
    private static void add(JsonNode statement, Map<JsonNode, SortedSet<String>> actionsOf) {
        ObjectNode rest = statement.deepCopy();
        rest.remove(List.of("Sid", "Action"));
        actionsOf
                .computeIfAbsent(rest, _ -> new TreeSet<>())
                .addAll(PolicyDocuments.texts(statement.path("Action")));
    }

    private JsonNode document(String name) {
        return Optional.ofNullable(files.get("rights/" + name))
                .flatMap(PolicyDocuments::read)
                .orElseThrow(() ->
                        new BadPolicies(List.of("rights/" + name + ": expected a role's rights")));
    }

    /// Of several vaults, the one of the account.
    private Names names(AccountId account) {
        var vault = estate.vaultOf(account);
        return Names.of(estate, account.value(), "*")
                .with("vaultAccount", List.of(vault.account().value()))
                .with("vaultArn", List.of(vault.arn().value()))
                .with("vaultKey", List.of(vault.key().map(Arn::value).orElse("*")));
    }
}
