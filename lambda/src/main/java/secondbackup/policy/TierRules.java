package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.policy.Tier.Period;

/// Reads the tiers of a promise, and says what the schema cannot.
final class TierRules {
    private static final List<String> DAYS =
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final String EVERY_DAY = "cron\\(\\d+ \\d+ (\\* \\* \\?|\\? \\* \\*) \\*\\)";

    private TierRules() {}

    static List<Tier> read(JsonNode promise) {
        return Stream.of(Period.values())
                .filter(period -> promise.path("tiers").has(period.word()))
                .map(period -> tier(period, promise.path("tiers").path(period.word())))
                .toList();
    }

    private static Tier tier(Period period, JsonNode tier) {
        return new Tier(
                period,
                switch (period) {
                    case WEEKLY -> DAYS.indexOf(tier.path("day").asText()) + 1;
                    case MONTHLY -> tier.path("day").asInt();
                },
                tier.path("sourceRetentionDays").asInt(),
                tier.path("retentionDays").asInt(),
                tier.path("floorCopy").asBoolean());
    }

    /// The schedule on the tier's days alone.
    ///
    /// @param cron one time of every day
    static String cron(String cron, Tier tier) {
        var fields = cron.substring("cron(".length(), cron.length() - 1).split(" ", -1);
        var days =
                switch (tier.period()) {
                    case WEEKLY -> "? * " + DAYS.get(tier.day() - 1);
                    case MONTHLY -> tier.day() + " * ?";
                };
        return "cron(" + fields[0] + " " + fields[1] + " " + days + " *)";
    }

    /// A tier keeps longer than what is below it, in the source and in the vault: where several fall on one day,
    /// AWS Backup takes the point for the one whose rule keeps it longest.
    static void check(String file, JsonNode promise, List<JsonNode> vaults, CheckedFiles checked) {
        var tiers = read(promise);
        var cron = promise.path("schedule").path("cron").asText();
        if (!tiers.isEmpty() && !cron.matches(EVERY_DAY)) {
            checked.problem(
                    file
                            + " /schedule/cron: '"
                            + cron
                            + "': expected one time of every day, such as cron(0 1 * * ? *), since there are"
                            + " tiers");
        }
        var below = promise;
        for (var tier : tiers) {
            var json = promise.path("tiers").path(tier.period().word());
            for (var field : List.of("sourceRetentionDays", "retentionDays")) {
                longer(field(file, tier, field), json.path(field), below.path(field), checked);
            }
            vaults.forEach(
                    vault -> bounds(field(file, tier, "retentionDays"), tier, vault, checked));
            if (tier.floorCopy() && promise.path("route").asText().equals("rekeyed")) {
                checked.problem(
                        field(file, tier, "floorCopy")
                                + "'true': expected false with route rekeyed: a plan copies in one hop");
            }
            below = json;
        }
    }

    private static String field(String file, Tier tier, String field) {
        return file + " /tiers/" + tier.period().word() + "/" + field + ": ";
    }

    private static void longer(String field, JsonNode days, JsonNode below, CheckedFiles checked) {
        if (days.asInt() <= below.asInt()) {
            checked.problem(
                    field
                            + "'"
                            + days.asInt()
                            + "': expected more than "
                            + below.asInt()
                            + ", which is kept without this tier");
        }
    }

    private static void bounds(String field, Tier tier, JsonNode vault, CheckedFiles checked) {
        if (tier.retentionDays() > vault.path("retentionMaxDays").asInt()) {
            checked.problem(
                    field
                            + "'"
                            + tier.retentionDays()
                            + "': expected "
                            + vault.path("retentionMaxDays").asInt()
                            + " at most, the lock's bound of "
                            + vault.path("arn").asText());
        }
    }
}
