package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;

/// What no schema can say of that part of `policies/estate.json` which only the stacks need.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock" (modes, grace time of at least three days) and
/// "Logically air-gapped vault" (always in compliance mode; at least seven days of retention); AWS
/// CloudFormation User Guide, "Prerequisites for using service-managed permissions" (StackSets do not reach the
/// management account); read 2026-11-27.
final class DeploymentRules {
    private static final int AIR_GAPPED_DAYS_MIN = 7;
    private static final String MEANING =
            "After the grace time nobody can shorten what is kept, take the lock off, or delete the vault while"
                    + " it holds copies: no administrator, no root user, not AWS. Every copy is paid for until its"
                    + " retention ends.";

    private DeploymentRules() {}

    static void check(JsonNode estate, CheckedFiles checked) {
        vaults(estate, checked);
        recovery(estate, checked);
        watch(estate, checked);
        sweep(estate, checked);
    }

    private static void sweep(JsonNode estate, CheckedFiles checked) {
        var schedule = estate.at("/schedules/sweep");
        var where = "estate.json /schedules/sweep";
        if (!CronFields.check(where, schedule, checked)) {
            return;
        }
        var times = new CronTimes(PromiseReader.schedule(schedule));
        var expected =
                where
                        + "/cron: '"
                        + schedule.path("cron").asText()
                        + "': expected sweeps that begin no more than "
                        + Estate.SWEEPS_APART_MAX.toHours()
                        + " hours apart";
        if (!times.neverPausesLongerThan(Estate.SWEEPS_APART_MAX)) {
            checked.problem(expected + ": what one saw is the gap SweepStale after that");
            return;
        }
        times.skipped(Estate.SWEEPS_APART_MAX)
                .ifPresent(time ->
                        checked.problem(
                                expected
                                        + ", in spring too: there is no "
                                        + time.toLocalTime()
                                        + " in "
                                        + schedule.path("timeZone").asText()
                                        + " on a day such as "
                                        + time.toLocalDate()
                                        + ", and AWS makes up for no time that is skipped"));
    }

    private static void vaults(JsonNode estate, CheckedFiles checked) {
        var arns = new HashSet<String>();
        var names = new HashSet<String>();
        for (var vault : estate.path("vaults")) {
            var arn = vault.path("arn").asText();
            if (!arns.add(arn) || !names.add(new Arn(arn).name())) {
                checked.problem(
                        "estate.json /vaults: '"
                                + arn
                                + "': expected a vault with a name of its own; the stack is named after it");
            }
            lock(vault, checked);
            if (cannotBeUndone(vault) && !estate.has("complianceLock")) {
                checked.problem(
                        "estate.json /complianceLock: missing; expected the sentence \"NOBODY CAN UNDO THIS, NOT"
                                + " EVEN AWS\" as the second switch beside "
                                + arn
                                + ". "
                                + MEANING);
            }
        }
    }

    private static boolean cannotBeUndone(JsonNode vault) {
        return vault.path("kind").asText().equals("air-gapped")
                || vault.path("mode").asText().equals("compliance");
    }

    private static void lock(JsonNode vault, CheckedFiles checked) {
        var where = "estate.json /vaults: '" + vault.path("arn").asText() + "': expected ";
        if (vault.path("kind").asText().equals("air-gapped")) {
            if (vault.has("mode") || vault.has("graceDays")) {
                checked.problem(
                        where
                                + "neither mode nor graceDays: an air-gapped vault is in compliance mode from"
                                + " its first moment");
            }
            if (vault.path("retentionMinDays").asInt() < AIR_GAPPED_DAYS_MIN) {
                checked.problem(
                        where
                                + "retentionMinDays of at least "
                                + AIR_GAPPED_DAYS_MIN
                                + ", the least that AWS takes for an air-gapped vault");
            }
            return;
        }
        switch (vault.path("mode").asText()) {
            case "governance" -> {
                if (vault.has("graceDays")) {
                    checked.problem(
                            where
                                    + "no graceDays in governance mode: with them AWS makes it compliance"
                                    + " mode");
                }
            }
            case "compliance" -> {
                if (!vault.has("graceDays")) {
                    checked.problem(where + "graceDays, 3 or more, in compliance mode. " + MEANING);
                }
            }
            default -> checked.problem(where + "mode: governance or compliance");
        }
    }

    private static void recovery(JsonNode estate, CheckedFiles checked) {
        if (!estate.has("recovery")) {
            return;
        }
        var arn = new Arn(estate.at("/recovery/vault").asText());
        var vaultAccounts = vaultAccounts(estate);
        if (vaultAccounts.contains(arn.accountText())) {
            checked.problem(
                    "estate.json /recovery/vault: '"
                            + arn
                            + "': expected an account that holds no vault for second backups");
        }
        for (var person : PolicyDocuments.texts(estate.at("/recovery/people"))) {
            if (!vaultAccounts.contains(new Arn(person).accountText())) {
                checked.problem(
                        "estate.json /recovery/people: '"
                                + person
                                + "': expected a user of the vault account, "
                                + String.join(" or ", vaultAccounts));
            }
        }
    }

    static List<String> vaultAccounts(JsonNode estate) {
        return PolicyDocuments.list(estate.path("vaults")).stream()
                .map(vault -> new Arn(vault.path("arn").asText()).accountText())
                .distinct()
                .sorted()
                .toList();
    }

    private static void watch(JsonNode estate, CheckedFiles checked) {
        Stream.of(
                        new Watched("account", "controlAccount", "an account"),
                        new Watched("region", "homeRegion", "a Region"))
                .filter(part -> part.same(estate))
                .map(part -> part.problem(estate))
                .forEach(checked::problem);
    }

    /// One half of where the alarm lives, and what it must not be.
    private record Watched(String field, String watched, String word) {
        boolean same(JsonNode estate) {
            return estate.at("/watch/" + field).asText().equals(estate.path(watched).asText());
        }

        String problem(JsonNode estate) {
            return "estate.json /watch/"
                    + field
                    + ": '"
                    + estate.path(watched).asText()
                    + "': expected "
                    + word
                    + " other than "
                    + watched
                    + ": the alarm must not fall silent with what it watches";
        }
    }
}
