package secondbackup.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.world.SimulatedOrganization;

/// One file of `policies/rights`.
///
/// @param file name, without folder
/// @param role name of the role
public record RightsFile(String file, String role, JsonNode content) {
    private static final String FOLDER = "rights/";

    static List<RightsFile> all() {
        return PolicyFiles.read(Optional.empty()).keySet().stream()
                .filter(name -> name.startsWith(FOLDER))
                .map(name -> named(name.substring(FOLDER.length())))
                .toList();
    }

    static RightsFile named(String file) {
        var content = SmallWorld.policies(FOLDER + file);
        return new RightsFile(file, role(content.path("name").asText()), content);
    }

    private static String role(String name) {
        var roles = SmallWorld.policies("estate.json").path("roles");
        for (var field : roles.properties()) {
            if (name.equals("${" + field.getKey() + "Role}")) {
                return field.getValue().asText();
            }
        }
        return name;
    }

    /// What it allows, as written.
    SortedSet<String> actions() {
        var actions = new TreeSet<String>();
        statements(content.path("policy"))
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .forEach(statement -> words(statement.path("Action")).forEach(actions::add));
        return actions;
    }

    /// Actions that no Lambda asks for, but AWS's own services or people do, each with the reason.
    SortedMap<String, String> usedByOthers() {
        var reasons = new TreeMap<String, String>();
        for (var field : List.of("usedByAws", "usedByPeople")) {
            content.path(field)
                    .properties()
                    .forEach(used -> reasons.put(used.getKey(), used.getValue().asText()));
        }
        return reasons;
    }

    /// Whether anything but AWS Backup may become the role.
    boolean assumable() {
        return statements(content.path("trust"))
                .anyMatch(statement ->
                        !statement
                                .path("Principal")
                                .toString()
                                .equals("{\"Service\":\"backup.amazonaws.com\"}"));
    }

    /// The roles made from this file.
    List<Roles.Role> roles(SimulatedOrganization world) {
        return Stream.of(
                        SmallWorld.MANAGEMENT,
                        SmallWorld.CONTROL,
                        SmallWorld.VAULT,
                        SmallWorld.RECOVERY,
                        SmallWorld.SHOP)
                .flatMap(account -> world.roles().find(account, role).stream())
                .toList();
    }

    /// A role's policy without one right.
    public static String without(String policy, String action) {
        var json = (ObjectNode) SmallWorld.parse(policy);
        for (var statement : json.withArray("Statement")) {
            var left = ((ObjectNode) statement).arrayNode();
            words(statement.path("Action")).filter(word -> !word.equals(action)).forEach(left::add);
            ((ObjectNode) statement).set("Action", left.isEmpty() ? nothing(left) : left);
        }
        return json.toString();
    }

    /// A statement must name an action; this one is never asked for.
    private static ArrayNode nothing(ArrayNode actions) {
        return actions.add("sts:GetFederationToken");
    }

    static Stream<JsonNode> statements(JsonNode policy) {
        return StreamSupport.stream(policy.path("Statement").spliterator(), false);
    }

    static Stream<String> words(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMore.asText());
    }

    @Override
    public String toString() {
        return file;
    }
}
