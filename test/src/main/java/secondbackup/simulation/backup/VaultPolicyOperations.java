package secondbackup.simulation.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultAccessPolicyResponse;
import software.amazon.awssdk.services.backup.model.GetBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.GetBackupVaultAccessPolicyResponse;
import software.amazon.awssdk.services.backup.model.PutBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.PutBackupVaultAccessPolicyResponse;

/// The access policy of a vault. Its actions may not hold wildcards.
///
/// Source: AWS Backup Developer Guide, "Vault access policies", read 2026-11-22.
public final class VaultPolicyOperations {
    private static final JsonMapper JSON = new JsonMapper();

    private final VaultDoor door;
    private final BackupEvents events;

    public VaultPolicyOperations(Surroundings around, Vaults vaults) {
        this.door = new VaultDoor(vaults);
        this.events = new BackupEvents(around.events());
    }

    public void register(Operations operations) {
        operations.on(
                PutBackupVaultAccessPolicyRequest.class,
                (asked, call) ->
                        door.onVault(
                                "backup:PutBackupVaultAccessPolicy", asked.backupVaultName(), call),
                this::put);
        operations.on(
                GetBackupVaultAccessPolicyRequest.class,
                (asked, call) ->
                        door.onVault(
                                "backup:GetBackupVaultAccessPolicy", asked.backupVaultName(), call),
                this::get);
        operations.on(
                DeleteBackupVaultAccessPolicyRequest.class,
                (asked, call) ->
                        door.onVault(
                                "backup:DeleteBackupVaultAccessPolicy",
                                asked.backupVaultName(),
                                call),
                this::delete);
    }

    private PutBackupVaultAccessPolicyResponse put(
            PutBackupVaultAccessPolicyRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        check(asked.policy());
        vault.accessPolicy = asked.policy();
        events.vault(vault, "MODIFIED");
        return PutBackupVaultAccessPolicyResponse.builder().build();
    }

    private static void check(@Nullable String policy) {
        if (policy == null || policy.isBlank()) {
            throw BackupErrors.missingValue("Policy");
        }
        for (var statement : each(parsed(policy).path("Statement"))) {
            for (var action : each(statement.path("Action"))) {
                if (action.asText().contains("*")) {
                    throw BackupErrors.invalidValue(
                            "The specified policy has an invalid action " + action.asText());
                }
            }
        }
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }

    private static JsonNode parsed(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JsonProcessingException _) {
            throw BackupErrors.invalidValue("The specified policy is not valid JSON.");
        }
    }

    private GetBackupVaultAccessPolicyResponse get(
            GetBackupVaultAccessPolicyRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        refuseMissing(vault);
        return GetBackupVaultAccessPolicyResponse.builder()
                .backupVaultName(vault.name)
                .backupVaultArn(vault.arn())
                .policy(vault.accessPolicy)
                .build();
    }

    private DeleteBackupVaultAccessPolicyResponse delete(
            DeleteBackupVaultAccessPolicyRequest asked, Call call) {
        var vault = door.vault(call, asked.backupVaultName());
        refuseMissing(vault);
        vault.accessPolicy = "";
        events.vault(vault, "MODIFIED");
        return DeleteBackupVaultAccessPolicyResponse.builder().build();
    }

    private static void refuseMissing(Vaults.Vault vault) {
        if (vault.accessPolicy.isEmpty()) {
            throw BackupErrors.notFound(
                    "Backup vault " + vault.name + " does not have an access policy.");
        }
    }
}
