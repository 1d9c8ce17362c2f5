package secondbackup.cdk.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Deployment;
import secondbackup.policy.Estate;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What the stacks of one account and Region are made of: roles and resource policies of `policies/`, with the
/// estate's names in the place of `${...}`.
///
/// @param files text of `policies/` by name
public record Parts(
        SortedMap<String, String> files,
        Estate estate,
        Deployment deployment,
        AccountId account,
        Region region) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public String controlBusArn() {
        return "arn:aws:events:"
                + estate.homeRegion()
                + ":"
                + estate.controlAccount()
                + ":event-bus/second-backup-control";
    }

    /// Makes a role of a file of `policies/rights`.
    public IRole role(Construct scope, String file) {
        var rights = filled("rights/" + file);
        var id = "Role" + file.replace(".json", "");
        var role =
                CfnRole.Builder.create(scope, id)
                        .roleName(rights.path("name").asText())
                        .description(rights.path("why").asText())
                        .assumeRolePolicyDocument(object(rights.path("trust")))
                        .policies(
                                List.of(
                                        CfnRole.PolicyProperty.builder()
                                                .policyName("rights")
                                                .policyDocument(object(rights.path("policy")))
                                                .build()))
                        .build();
        return Role.fromRoleArn(
                scope,
                id + "Ref",
                role.getAttrArn(),
                FromRoleArnOptions.builder().mutable(false).build());
    }

    /// ARN of a role that another stack of the account makes.
    public String roleArn(String file) {
        return "arn:aws:iam::"
                + account
                + ":role/"
                + filled("rights/" + file).path("name").asText();
    }

    /// A policy document such as `control/bus.json`.
    public Map<String, Object> document(String name) {
        return object(filled(name).path("policy"));
    }

    /// The statements of a policy document, each by itself.
    public List<Map<String, Object>> statements(String name) {
        return JSON.convertValue(filled(name).at("/policy/Statement"), new TypeReference<>() {});
    }

    /// A policy document as text.
    public String text(String name) {
        return filled(name).path("policy").toString();
    }

    private JsonNode filled(String name) {
        var text = files.getOrDefault(name, "");
        var vault = estate.vaultOf(account);
        try {
            return JSON.readTree(
                    text.replace("${account}", account.value())
                            .replace("${region}", region.value())
                            .replace("${organization}", estate.organization())
                            .replace("${controlAccount}", estate.controlAccount().value())
                            .replace("${homeRegion}", estate.homeRegion().value())
                            .replace("${vaultAccount}", vault.account().value())
                            .replace("${vaultReaderRole}", estate.roles().vaultReader())
                            .replace("${surveyRole}", estate.roles().survey())
                            .replace("${copyRole}", estate.roles().copy())
                            .replace("${watchAccount}", deployment.watch().account().value())
                            .replace("${watchRegion}", deployment.watch().region().value())
                            .replace("${slackSecret}", estate.slackSecret())
                            .replace("${reportBucket}", estate.reportBucket()));
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException(name + ": no JSON", bad);
        }
    }

    private static Map<String, Object> object(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<>() {});
    }
}
