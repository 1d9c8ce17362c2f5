package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;

/// Makes a [PromiseRule] of its JSON, once the schema has been checked.
final class PromiseReader {
    private static final int HOURS_A_DAY = 24;

    private PromiseReader() {}

    /// What the schema cannot say.
    static void check(
            String file, JsonNode promise, Optional<JsonNode> estate, CheckedFiles checked) {
        CronFields.check(file + " /schedule", promise.path("schedule"), checked);
        var retention = promise.path("retentionDays").asLong();
        for (var vault :
                estate.map(known -> known.path("vaults"))
                        .map(PolicyDocuments::list)
                        .orElse(List.of())) {
            var least = vault.path("retentionMinDays").asLong();
            var most = vault.path("retentionMaxDays").asLong();
            if (retention < least || retention > most) {
                checked.problem(
                        file
                                + " /retentionDays: '"
                                + retention
                                + "': expected "
                                + least
                                + " to "
                                + most
                                + ", the lock's bounds of "
                                + vault.path("arn").asText());
            }
        }
        var ageMax = Duration.ofHours(promise.path("copyAgeMaxHours").asLong());
        outlastsItsCopy(file, promise, ageMax, estate, checked);
        TierRules.check(
                file,
                promise,
                PolicyDocuments.list(
                        estate.map(known -> known.path("vaults"))
                                .orElse(MissingNode.getInstance())),
                checked);
        var atLeast = ageMax.plus(Promise.EXPIRY_NOTICE).toDays() + 1;
        if (retention < atLeast) {
            checked.problem(
                    file
                            + " /retentionDays: '"
                            + retention
                            + "': expected at least "
                            + atLeast
                            + ": copyAgeMaxHours, and "
                            + Promise.EXPIRY_NOTICE.toDays()
                            + " days to act before the last copy expires");
        }
    }

    /// A copy can be ordered, and tried again, until the promise breaks, and the last try takes its time; a copy whose
    /// source goes away meanwhile may fail. And a copy that counts can be traced to the point it was made of.
    ///
    /// Source: Aurora User Guide, "Copying a DB cluster snapshot" (deleting the source of a copy in progress), read
    /// 2026-11-27.
    private static void outlastsItsCopy(
            String file,
            JsonNode promise,
            Duration ageMax,
            Optional<JsonNode> estate,
            CheckedFiles checked) {
        var kept = promise.path("sourceRetentionDays").asLong();
        var lastTry = estate.map(known -> known.path("copyHoursMax").asLong()).orElse(0L);
        var hours = ageMax.toHours() + lastTry;
        if (kept * HOURS_A_DAY < hours) {
            checked.problem(
                    file
                            + " /sourceRetentionDays: '"
                            + kept
                            + "': expected at least "
                            + (hours + HOURS_A_DAY - 1) / HOURS_A_DAY
                            + ": copyAgeMaxHours, in which a copy is tried again, and the estate's"
                            + " copyHoursMax for the last try");
        }
    }

    static PromiseRule read(String file, JsonNode promise) {
        var who = promise.path("who");
        var tags = new TreeMap<String, String>();
        for (var tag : who.path("tags").properties()) {
            tags.put(tag.getKey(), tag.getValue().asText());
        }
        return new PromiseRule(
                file,
                promise.path("why").asText(),
                new PromiseRule.Who(
                        PolicyDocuments.texts(who.path("accounts")).stream()
                                .map(AccountId::new)
                                .toList(),
                        PolicyDocuments.texts(who.path("units")),
                        tags),
                Duration.ofHours(promise.path("copyAgeMaxHours").asLong()),
                promise.path("retentionDays").asInt(),
                Route.valueOf(promise.path("route").asText().toUpperCase(Locale.ROOT)),
                schedule(promise.path("schedule")),
                promise.path("sourceRetentionDays").asInt(),
                TierRules.read(promise));
    }

    static PromiseRule.Schedule schedule(JsonNode schedule) {
        return new PromiseRule.Schedule(
                schedule.path("cron").asText(), schedule.path("timeZone").asText());
    }
}
