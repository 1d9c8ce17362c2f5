package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Region;
import secondbackup.inventory.VaultView.Kind;

/// Makes the [Estate] of its JSON, once the schema has been checked.
///
/// Source: AWS Organizations User Guide, "Service control policies" (they do not affect the management
/// account), read 2026-11-22.
final class EstateReader {
    private static final String ACCESS_POLICY = "vault/access-policy.json";
    private static final String KEY_POLICY = "vault/key-policy.json";

    private EstateReader() {}

    /// What the schema cannot say.
    static void check(CheckedFiles checked) {
        for (var name : List.of(ACCESS_POLICY, KEY_POLICY)) {
            if (checked.document(name).isEmpty()) {
                checked.problem(name + ": expected a policy document");
            }
        }
        checked.document(PolicyReader.ESTATE).ifPresent(estate -> check(estate, checked));
    }

    private static void check(JsonNode estate, CheckedFiles checked) {
        memberVaults(estate, checked);
        ExclusionReader.check(estate, checked);
        var sources = PolicyDocuments.texts(estate.path("sourceRegions"));
        var management = estate.path("managementAccount").asText();
        for (var vault : estate.path("vaults")) {
            var arn = new Arn(vault.path("arn").asText());
            var where = "estate.json /vaults: '" + arn + "': expected ";
            if (sources.contains(arn.regionText())) {
                checked.problem(where + "a Region that is no source Region");
            }
            if (arn.accountText().equals(management)) {
                checked.problem(
                        where
                                + "an account that is not the management account, which no service"
                                + " control policy binds");
            }
            if (vault.path("kind").asText().equals("locked") && !vault.has("key")) {
                checked.problem(where + "a key; only an air-gapped vault can do without");
            }
            if (vault.path("retentionMinDays").asLong() > vault.path("retentionMaxDays").asLong()) {
                checked.problem(where + "retentionMinDays not above retentionMaxDays");
            }
        }
    }

    /// Vaults of member accounts carry a suffix, so that one name must not be the other's beginning.
    private static void memberVaults(JsonNode estate, CheckedFiles checked) {
        var source = estate.path("sourceVault").asText() + "-";
        var rekey = estate.path("rekeyVault").asText() + "-";
        if (estate.has("rekeyVault") && (source.startsWith(rekey) || rekey.startsWith(source))) {
            checked.problem(
                    "estate.json /rekeyVault: '"
                            + estate.path("rekeyVault").asText()
                            + "': expected a name that is not sourceVault, nor either of them the other with"
                            + " a hyphen and more: vaults in accounts carry a suffix");
        }
    }

    static Estate read(CheckedFiles checked) {
        var estate = checked.document(PolicyReader.ESTATE).orElseThrow();
        var roles = estate.path("roles");
        return new Estate(
                estate.path("organization").asText(),
                new AccountId(estate.path("managementAccount").asText()),
                new AccountId(estate.path("controlAccount").asText()),
                PolicyDocuments.texts(estate.path("sourceRegions")).stream()
                        .map(Region::new)
                        .toList(),
                new Region(estate.path("homeRegion").asText()),
                PolicyDocuments.list(estate.path("vaults")).stream()
                        .map(vault -> vault(vault, estate, checked))
                        .toList(),
                optional(estate.path("recovery"), "vault").map(Arn::new),
                estate.path("sourceVault").asText(),
                optional(estate, "rekeyVault"),
                new Estate.RoleNames(
                        roles.path("survey").asText(),
                        roles.path("copy").asText(),
                        roles.path("backup").asText(),
                        roles.path("vaultReader").asText()),
                estate.path("reportBucket").asText(),
                estate.path("slackSecret").asText(),
                Route.valueOf(estate.path("defaultEncryption").asText().toUpperCase(Locale.ROOT)),
                estate.path("copyHoursMax").asInt(),
                sizeLimits(estate.path("sizeLimits")),
                estate.path("holdLastCopies").asBoolean(),
                ExclusionReader.read(estate));
    }

    private static Estate.SizeLimits sizeLimits(JsonNode limits) {
        return limits.isMissingNode()
                ? Estate.SizeLimits.USUAL
                : new Estate.SizeLimits(
                        limits.path("shrinkPercent").asInt(),
                        limits.path("growPercent").asInt(),
                        limits.path("leastGiB").asInt());
    }

    private static Estate.Vault vault(JsonNode vault, JsonNode estate, CheckedFiles files) {
        var arn = new Arn(vault.path("arn").asText());
        var key = optional(vault, "key").map(Arn::new);
        return new Estate.Vault(
                arn,
                vault.path("kind").asText().equals("locked") ? Kind.STANDARD : Kind.AIR_GAPPED,
                key,
                vault.path("retentionMinDays").asLong(),
                vault.path("retentionMaxDays").asLong(),
                vault.path("copySlots").asInt(),
                filled(files, ACCESS_POLICY, estate, arn),
                key.map(_ -> filled(files, KEY_POLICY, estate, arn)).orElse(""));
    }

    /// A policy document with the estate's names in the place of `${...}`.
    private static String filled(CheckedFiles files, String file, JsonNode estate, Arn vault) {
        var roles = estate.path("roles");
        return files.document(file)
                .orElseThrow()
                .path("policy")
                .toString()
                .replace("${organization}", estate.path("organization").asText())
                .replace("${vaultAccount}", vault.accountText())
                .replace("${vaultRegion}", vault.regionText())
                .replace("${backupRole}", roles.path("backup").asText())
                .replace("${vaultReaderRole}", roles.path("vaultReader").asText());
    }

    static Optional<String> optional(JsonNode node, String field) {
        return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}
