package secondbackup.cdk.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Deployment;
import secondbackup.policy.DeploymentReader;
import secondbackup.policy.Estate;
import secondbackup.policy.Names;
import secondbackup.policy.Policies;
import secondbackup.policy.PolicyReader;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/// What `policies/` says, as stacks take it.
public final class Parts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A pattern that no ARN fits, for conditions that would be empty otherwise.
    private static final String NOTHING = "arn:aws:backup:none:000000000000:backup-vault:none";

    private final SortedMap<String, String> files;
    private final Policies policies;
    private final Deployment deployment;
    private final Names names;

    private Parts(
            SortedMap<String, String> files,
            Policies policies,
            Deployment deployment,
            Names names) {
        this.files = files;
        this.policies = policies;
        this.deployment = deployment;
        this.names = names;
    }

    /// Fails: BadPolicies, one message that names every problem of every file.
    ///
    /// @param files text of `policies/` by name
    public static Parts of(SortedMap<String, String> files) {
        var deployment = DeploymentReader.read(files);
        var policies = PolicyReader.read(files);
        return new Parts(files, policies, deployment, names(policies.estate(), deployment));
    }

    private static Names names(Estate estate, Deployment deployment) {
        var recovery = deployment.recovery();
        return Names.of(estate, Aws.ACCOUNT_ID, Aws.REGION)
                .with("backupRoles", deployment.backupRoles())
                .with("otherVaults", deployment.otherVaults())
                .with("watchAccount", List.of(deployment.watch().account().value()))
                .with("watchRegion", List.of(deployment.watch().region().value()))
                .with("people", recovery.map(Deployment.Recovery::people).orElse(List.of()))
                .with(
                        "recoveryVault",
                        List.of(recovery.map(each -> each.vault().value()).orElse(NOTHING)));
    }

    /// The same, where a name in the documents stands for other things.
    public Parts with(String name, List<String> things) {
        return new Parts(files, policies, deployment, names.with(name, things));
    }

    public SortedMap<String, String> files() {
        return files;
    }

    public Policies policies() {
        return policies;
    }

    public Estate estate() {
        return policies.estate();
    }

    public Deployment deployment() {
        return deployment;
    }

    /// The policy document of a file, with the estate's names, and the account and Region of the stack that it stands in.
    ///
    /// @param file such as `vault/key-policy.json`
    public Map<String, Object> document(String file) {
        return plain(file(file).path("policy"));
    }

    /// The statements of a policy document, each by itself.
    ///
    /// @param file such as `control/bus.json`
    public List<Map<String, Object>> statements(String file) {
        return JSON.convertValue(
                file(file).path("policy").path("Statement"), new TypeReference<>() {});
    }

    /// Makes the role of a file of `policies/rights`, for whatever in the stack takes it. It takes no rights from there.
    ///
    /// @param file such as `survey.json`
    public IRole role(Construct scope, String file) {
        var role = bareRole(scope, file);
        return Role.fromRoleArn(
                scope,
                logicalId(file) + "RoleAsItIs",
                role.getAttrArn(),
                FromRoleArnOptions.builder().mutable(false).build());
    }

    /// Makes the role of a file of `policies/rights`, with its name and with no rights but the file's.
    public CfnRole bareRole(Construct scope, String file) {
        var rights = file("rights/" + file);
        return CfnRole.Builder.create(scope, logicalId(file) + "Role")
                .roleName(rights.path("name").asText())
                .description(rights.path("why").asText())
                .assumeRolePolicyDocument(plain(rights.path("trust")))
                .policies(
                        List.of(
                                CfnRole.PolicyProperty.builder()
                                        .policyName("rights")
                                        .policyDocument(plain(rights.path("policy")))
                                        .build()))
                .build();
    }

    /// Leaves a resource behind when its stack goes or would replace it; not when making it has failed.
    ///
    /// Source: AWS CloudFormation User Guide, "DeletionPolicy attribute" (`RetainExceptOnCreate`), read 2026-11-27.
    public static <T extends CfnResource> T keep(T resource) {
        resource.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE);
        resource.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        return resource;
    }

    /// A stack in an account that nobody needs to bootstrap: it is deployed with the rights of whoever deploys it, and no
    /// role of CDK's stays behind.
    ///
    /// Source: AWS CDK Developer Guide, "AWS CDK bootstrapping" (roles that bootstrapping makes) and "Configure CDK stack
    /// synthesis", read 2026-11-27.
    public StackProps bare(AccountId account, Region region, String description) {
        return StackProps.builder()
                .description(description)
                .env(place(account, region))
                .tags(deployment.tags())
                .analyticsReporting(false)
                .synthesizer(new BootstraplessSynthesizer())
                .build();
    }

    public static Environment place(AccountId account, Region region) {
        return Environment.builder().account(account.value()).region(region.value()).build();
    }

    /// `survey-role.json` becomes `SurveyRole`.
    static String logicalId(String file) {
        return Stream.of(file.replaceFirst("\\.json$", "").split("[^A-Za-z0-9]+"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private JsonNode file(String name) {
        var text =
                Optional.ofNullable(files.get(name))
                        .orElseThrow(() ->
                                new IllegalArgumentException("policies/" + name + " is missing"));
        try {
            return names.fill(JSON.readTree(text));
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("policies/" + name + " is no JSON", bad);
        }
    }

    /// A document that is complete, as a resource's property.
    public static Map<String, Object> plain(String json) {
        try {
            return plain(JSON.readTree(json));
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("no JSON: " + json, bad);
        }
    }

    private static Map<String, Object> plain(JsonNode document) {
        return JSON.convertValue(document, new TypeReference<>() {});
    }
}
