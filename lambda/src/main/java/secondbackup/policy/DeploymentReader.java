package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Region;

/// Reads what the stacks need of the text of `policies/`, once every file of it has been checked.
///
/// Fails: [BadPolicies], one message that names every problem of every file.
public final class DeploymentReader {
    private DeploymentReader() {}

    /// @param files text by name, such as `estate.json` and `rights/copy.json`
    public static Deployment read(SortedMap<String, String> files) {
        var checked = new CheckedFiles(files);
        PolicyReader.check(checked);
        checked.folder("member/", "document.schema.json");
        checked.folder("organization/", "document.schema.json");
        checked.folder("recovery/", "document.schema.json");
        checked.folder("rights/", "rights.schema.json");
        checked.folder("control/", "document.schema.json");
        checked.one(TripwireReader.FILE, TripwireReader.SCHEMA);
        checked.optional(NoticeReader.FILE, NoticeReader.SCHEMA);
        checked.document(NoticeReader.FILE)
                .map(NoticeReader::problems)
                .orElse(List.of())
                .forEach(checked::problem);
        checked.optional(PriceReader.FILE, PriceReader.SCHEMA);
        checked.document(PriceReader.FILE)
                .map(PriceReader::problems)
                .orElse(List.of())
                .forEach(checked::problem);
        checked.document(PolicyReader.ESTATE)
                .ifPresent(estate -> DeploymentRules.check(estate, checked));
        checked.strangers();
        checked.failIfWrong();
        return deployment(
                checked.document(PolicyReader.ESTATE).orElseThrow(), EstateReader.read(checked));
    }

    private static Deployment deployment(JsonNode estate, Estate known) {
        var schedules = estate.path("schedules");
        var watch = estate.path("watch");
        return new Deployment(
                PolicyDocuments.texts(estate.at("/targets/units")),
                locks(estate.path("vaults"), known.vaults()),
                recovery(estate.path("recovery")),
                PromiseReader.schedule(schedules.path("sweep")),
                schedules.path("copyMinutes").asInt(),
                schedules.path("surveysAtATime").asInt(),
                new Deployment.Watch(
                        new AccountId(watch.path("account").asText()),
                        new Region(watch.path("region").asText())),
                EstateReader.optional(estate, "alarmEmail"),
                each(estate.path("backupRoles"), "role"),
                each(estate.path("otherVaults"), "vault"),
                tags(estate.path("tags")));
    }

    private static List<String> each(JsonNode list, String field) {
        return PolicyDocuments.list(list).stream()
                .map(element -> element.path(field).asText())
                .toList();
    }

    private static List<Deployment.Lock> locks(JsonNode vaults, List<Estate.Vault> known) {
        return IntStream.range(0, known.size())
                .mapToObj(index -> lock(vaults.path(index), known.get(index)))
                .toList();
    }

    private static Deployment.Lock lock(JsonNode vault, Estate.Vault known) {
        return new Deployment.Lock(
                known,
                vault.has("graceDays")
                        ? OptionalInt.of(vault.path("graceDays").asInt())
                        : OptionalInt.empty());
    }

    private static Optional<Deployment.Recovery> recovery(JsonNode recovery) {
        return recovery.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new Deployment.Recovery(
                                new Arn(recovery.path("vault").asText()),
                                PolicyDocuments.texts(recovery.path("people"))));
    }

    private static SortedMap<String, String> tags(JsonNode tags) {
        var found = new TreeMap<String, String>();
        tags.properties().forEach(tag -> found.put(tag.getKey(), tag.getValue().asText()));
        return found;
    }
}
