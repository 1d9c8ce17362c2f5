package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import secondbackup.inventory.AccountId;

/// Reads `targets.exclude` of `estate.json`.
final class ExclusionReader {
    private static final String LIST = "/targets/exclude";

    private ExclusionReader() {}

    /// What the schema cannot say.
    static void check(JsonNode estate, CheckedFiles checked) {
        var seen = new HashSet<String>();
        for (var exclusion : estate.at(LIST)) {
            var account = exclusion.path("account").asText();
            var where = "estate.json " + LIST + ": '" + account + "': expected ";
            if (!seen.add(account)) {
                checked.problem(where + "each account once");
            }
            if (reachedByNoStackSet(account, estate)) {
                checked.problem(
                        where
                                + "an account that StackSets would reach; they never reach the management and"
                                + " vault accounts");
            }
            var until = exclusion.path("until").asText();
            if (!isDay(until)) {
                checked.problem(where + "until: a day of the calendar instead of '" + until + "'");
            }
        }
    }

    static List<Exclusion> read(JsonNode estate) {
        return PolicyDocuments.list(estate.at(LIST)).stream().map(ExclusionReader::one).toList();
    }

    private static Exclusion one(JsonNode exclusion) {
        return new Exclusion(
                new AccountId(exclusion.path("account").asText()),
                exclusion.path("owner").asText(),
                exclusion.path("reason").asText(),
                LocalDate.parse(exclusion.path("until").asText()));
    }

    private static boolean reachedByNoStackSet(String account, JsonNode estate) {
        return DeploymentRules.vaultAccounts(estate).contains(account)
                || account.equals(estate.path("managementAccount").asText());
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
