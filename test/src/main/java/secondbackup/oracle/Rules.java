package secondbackup.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.rds.Clusters.Cluster;

/// What `policies/` promises, read anew and on its own.
final class Rules {
    /// @param ageMax how old a copy may be
    /// @param days how long it must be kept
    /// @param route `auto`, `direct` or `rekeyed`
    record Promised(Duration ageMax, long days, String route) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> rules = new ArrayList<>();
    private final JsonNode estate;
    private final JsonNode survey;
    private final Organization organization;

    /// @param files text by name, as in `policies/`
    Rules(SortedMap<String, String> files, Organization organization) {
        files.forEach((name, text) -> {
            if (name.startsWith("backup/")) {
                rules.add(read(text));
            }
        });
        this.estate = read(files.getOrDefault("estate.json", ""));
        this.survey = read(files.getOrDefault("rights/survey-role.json", ""));
        this.organization = organization;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("no JSON: " + text, bad);
        }
    }

    JsonNode vault() {
        return estate.path("vaults").path(0);
    }

    /// ARN of the vault that receives copies, or empty.
    String recoveryVault() {
        return estate.at("/recovery/vault").asText();
    }

    /// Whether a lock holds copies as long as promised.
    boolean bounds(@Nullable Long least, @Nullable Long most) {
        return least != null
                && most != null
                && least == vault().path("retentionMinDays").asLong()
                && most == vault().path("retentionMaxDays").asLong();
    }

    /// What the survey role may do, by the rights it is promised.
    List<String> surveyRights() {
        var rights = new ArrayList<String>();
        for (var statement : survey.path("policy").path("Statement")) {
            var actions = statement.path("Action");
            if (actions.isTextual()) {
                rights.add(actions.asText());
            }
            actions.forEach(action -> rights.add(action.asText()));
        }
        return rights;
    }

    /// Whether the plans fill such a vault.
    boolean filled(String vault) {
        return named("sourceVault", vault);
    }

    /// Whether such a vault re-encrypts what it gets.
    boolean rekeys(String vault) {
        return estate.has("rekeyVault") && named("rekeyVault", vault);
    }

    private boolean named(String field, String vault) {
        return (vault + "-").startsWith(estate.path(field).asText() + "-");
    }

    /// Roles that every account must have, besides the one that reads it.
    List<String> memberRoles() {
        return List.of(
                estate.path("roles").path("copy").asText(),
                estate.path("roles").path("backup").asText());
    }

    Duration copyMost() {
        return Duration.ofHours(estate.path("copyHoursMax").asLong());
    }

    String vaultReaderRole() {
        return estate.path("roles").path("vaultReader").asText();
    }

    String surveyRole() {
        return estate.path("roles").path("survey").asText();
    }

    boolean planned(String region) {
        for (var source : estate.path("sourceRegions")) {
            if (source.asText().equals(region)) {
                return true;
            }
        }
        return false;
    }

    Optional<Promised> of(Cluster cluster) {
        var binding = rules.stream().filter(rule -> binds(rule.path("who"), cluster)).toList();
        var hours = binding.stream().mapToLong(rule -> rule.path("copyAgeMaxHours").asLong()).min();
        var days = binding.stream().mapToLong(rule -> rule.path("retentionDays").asLong()).max();
        return binding.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Promised(
                                Duration.ofHours(hours.orElseThrow()),
                                days.orElseThrow(),
                                route(binding)));
    }

    /// Rules with tags have no say in the way; of the others whoever asks for the longer way gets it.
    private static String route(List<JsonNode> binding) {
        var asked =
                binding.stream()
                        .filter(rule -> rule.path("who").path("tags").isEmpty())
                        .map(rule -> rule.path("route").asText())
                        .toList();
        return Stream.of("rekeyed", "direct").filter(asked::contains).findFirst().orElse("auto");
    }

    private boolean binds(JsonNode who, Cluster cluster) {
        for (var tag : who.path("tags").properties()) {
            if (!tag.getValue().asText().equals(cluster.tags.get(tag.getKey()))) {
                return false;
            }
        }
        return names(who.path("accounts"), List.of(cluster.account))
                && names(who.path("units"), above(cluster.account));
    }

    private static boolean names(JsonNode wanted, List<String> actual) {
        if (wanted.isMissingNode() || wanted.isEmpty()) {
            return true;
        }
        for (var name : wanted) {
            if (actual.contains(name.asText())) {
                return true;
            }
        }
        return false;
    }

    /// Units above an account, up to the root.
    private List<String> above(String account) {
        var path = new ArrayList<String>();
        var at = organization.account(account).map(known -> known.parent).orElse("");
        while (!at.isEmpty()) {
            path.add(at);
            var unit = organization.units.get(at);
            at = unit == null ? "" : unit.parent;
        }
        return path;
    }
}
