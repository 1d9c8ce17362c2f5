package secondbackup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What no linter knows: that the parts of the control account's stacks fit each other.
final class DeployedTest {
    private static final String CONTROL = "222222222222";

    /// Source: AWS CloudFormation User Guide, "Understand CloudFormation quotas" (template body of a request, in bytes), read
    /// 2026-11-27. A template that is larger needs a bucket.
    private static final int INLINE_BYTES_MAX = 51_200;

    private static List<JsonNode> functions() {
        return Synthesis.resources("AWS::Lambda::Function").stream()
                .map(function -> function.path("Properties"))
                .toList();
    }

    private static List<JsonNode> rules() {
        return Synthesis.resources("AWS::Events::Rule").stream()
                .map(rule -> rule.path("Properties"))
                .toList();
    }

    @Test
    void everyHandlerIsAClassThatLambdaCanMake() throws Exception {
        assertThat(functions()).hasSize(5);
        for (var function : functions()) {
            var handler = Class.forName(function.path("Handler").asText());
            assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
            assertThat(handler.getConstructor()).isNotNull();
        }
    }

    @Test
    void everyFunctionHasOneVersionUnderOneAliasWithSnapStart() {
        assertThat(Synthesis.resources("AWS::Lambda::Version")).hasSize(5);
        assertThat(Synthesis.resources("AWS::Lambda::Alias"))
                .hasSize(5)
                .allMatch(alias -> alias.at("/Properties/Name").asText().equals("live"));
        assertThat(functions())
                .allMatch(
                        each -> each.at("/SnapStart/ApplyOn").asText().equals("PublishedVersions"))
                .allMatch(each -> each.path("Runtime").asText().equals("java25"))
                .allMatch(each -> each.at("/Architectures/0").asText().equals("arm64"));
    }

    /// A version that was not invoked for 14 days becomes inactive.
    @Test
    void everyFunctionIsWokenByEachSweep() {
        var machine = Synthesis.only("AWS::StepFunctions::StateMachine").path("Properties");
        var woken = machine.path("DefinitionSubstitutions");

        for (var name : List.of("list", "survey", "verify", "notify", "copyQueue")) {
            assertThat(woken.has(name)).as(name).isTrue();
        }
        assertThat(
                        Synthesis.only("AWS::Lambda::EventSourceMapping")
                                .path("Properties")
                                .path("Enabled"))
                .isEqualTo(JsonNodeFactory.instance.missingNode());
    }

    @Test
    void copyRunsOneAtATimeAndItsQueueWaitsForIt() {
        var copy =
                functions().stream()
                        .filter(each -> each.path("FunctionName").asText().endsWith("-copy"))
                        .toList()
                        .getFirst();
        var mapping = Synthesis.only("AWS::Lambda::EventSourceMapping").path("Properties");
        var queue = queue("second-backup-copy");
        var window = mapping.path("MaximumBatchingWindowInSeconds").asInt();

        assertThat(copy.path("ReservedConcurrentExecutions").asInt()).isOne();
        assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(2);
        assertThat(window).isPositive();
        assertThat(queue.path("VisibilityTimeout").asInt())
                .isGreaterThanOrEqualTo(6 * copy.path("Timeout").asInt() + window);
        assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isGreaterThanOrEqualTo(5);
    }

    private static JsonNode queue(String name) {
        return Synthesis.resources("AWS::SQS::Queue").stream()
                .map(queue -> queue.path("Properties"))
                .filter(queue -> queue.path("QueueName").asText().equals(name))
                .toList()
                .getFirst();
    }

    @Test
    void everyScheduleHasSixFieldsOrARateATimeZoneARoleAndAPlaceForWhatFails() {
        assertThat(Synthesis.resources("AWS::Scheduler::Schedule"))
                .hasSize(3)
                .extracting(schedule -> schedule.path("Properties"))
                .allSatisfy(properties -> {
                    assertThat(properties.path("ScheduleExpression").asText())
                            .matches("cron\\(\\S+( \\S+){5}\\)|rate\\(\\d+ minutes\\)");
                    assertThat(properties.path("ScheduleExpressionTimezone").asText()).isNotEmpty();
                    assertThat(properties.at("/Target/RoleArn").isMissingNode()).isFalse();
                })
                .filteredOn(schedule -> !schedule.path("Name").asText().endsWith("self-test"))
                .hasSize(2)
                .allSatisfy(properties ->
                        assertThat(properties.at("/Target/DeadLetterConfig/Arn").isMissingNode())
                                .isFalse());
    }

    @Test
    void everyEventPatternEndsInLists() {
        assertThat(rules()).hasSizeGreaterThan(20);
        for (var rule : rules()) {
            assertThat(withoutList(rule.path("EventPattern")))
                    .as(rule.path("Name").asText())
                    .isEmpty();
        }
    }

    @Test
    void aPatternThatEndsInATextIsFound() {
        var pattern = JsonNodeFactory.instance.objectNode();
        pattern.put("source", "aws.backup").putObject("detail").put("state", "FAILED");
        pattern.putArray("account").add(CONTROL);

        assertThat(withoutList(pattern)).containsExactly("source", "state");
    }

    /// Fields whose value is neither a list nor holds further fields.
    private static List<String> withoutList(JsonNode pattern) {
        var found = new ArrayList<String>();
        for (var field : pattern.properties()) {
            if (field.getValue().isObject()) {
                found.addAll(withoutList(field.getValue()));
            } else if (!field.getValue().isArray() || field.getValue().isEmpty()) {
                found.add(field.getKey());
            }
        }
        return found;
    }

    /// Since 2 March 2023 a bus in another account is a target only with a role.
    @Test
    void everyBusThatIsATargetIsReachedWithARole() {
        var targets = new ArrayList<JsonNode>();
        rules().forEach(rule -> rule.path("Targets").forEach(targets::add));

        assertThat(
                        targets.stream()
                                .filter(each -> each.path("Arn").toString().contains("event-bus")))
                .isNotEmpty()
                .allMatch(each -> each.has("RoleArn"));
    }

    @Test
    void everyAlarmTellsSomebody() {
        assertThat(Synthesis.resources("AWS::CloudWatch::Alarm"))
                .hasSizeGreaterThan(14)
                .allMatch(alarm -> !alarm.at("/Properties/AlarmActions").isEmpty());
        assertThat(Synthesis.resources("AWS::SNS::Subscription")).hasSize(2);
    }

    @Test
    void silenceIsNoticedInAnotherAccountAndAnotherRegion() {
        var watch =
                Synthesis.stacks().stream()
                        .filter(stack -> stack.getStackName().equals("SecondBackupWatchDeadMan"))
                        .toList()
                        .getFirst();
        var alarm =
                Synthesis.resources("AWS::CloudWatch::Alarm").stream()
                        .map(each -> each.path("Properties"))
                        .filter(each -> each.path("AlarmName").asText().endsWith("silence"))
                        .toList()
                        .getFirst();

        assertThat(watch.getAccount()).isNotEqualTo(CONTROL);
        assertThat(watch.getRegion()).isNotEqualTo("eu-central-1");
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("breaching");
        assertThat(alarm.path("Period").asInt() * alarm.path("EvaluationPeriods").asInt())
                .isBetween(13 * 3600, 36 * 3600);
    }

    @Test
    void bucketsAreKeptEncryptedVersionedAndNotPublic() {
        assertThat(Synthesis.resources("AWS::S3::Bucket"))
                .hasSize(2)
                .allSatisfy(bucket -> {
                    var properties = bucket.path("Properties");
                    assertThat(bucket.path("DeletionPolicy").asText())
                            .isEqualTo("RetainExceptOnCreate");
                    assertThat(properties.at("/VersioningConfiguration/Status").asText())
                            .isEqualTo("Enabled");
                    assertThat(properties.path("BucketEncryption").isMissingNode()).isFalse();
                    assertThat(properties.path("PublicAccessBlockConfiguration"))
                            .hasSize(4)
                            .allMatch(JsonNode::asBoolean);
                });
        assertThat(Synthesis.resources("AWS::S3::BucketPolicy"))
                .hasSize(2)
                .allMatch(policy -> policy.toString().contains("aws:SecureTransport"));
    }

    /// Reports are never removed by age.
    @Test
    void onlySurveysAndOrdersExpire() {
        var rules = new ArrayList<String>();
        for (var bucket : Synthesis.resources("AWS::S3::Bucket")) {
            for (var rule : bucket.at("/Properties/LifecycleConfiguration/Rules")) {
                if (rule.has("ExpirationInDays")) {
                    rules.add(rule.path("Prefix").asText());
                }
            }
        }

        assertThat(rules).containsExactlyInAnyOrder("sweeps/", "orders/");
    }

    @Test
    void noTemplateHoldsTheWebhook() {
        assertThat(Synthesis.resources("AWS::SecretsManager::Secret")).isEmpty();
        assertThat(Synthesis.templates().values())
                .noneMatch(template -> template.toString().contains("hooks.slack.com"));
    }

    @Test
    void whatIsDeployedWithoutABucketIsSmallEnough() throws IOException {
        for (var stack : Synthesis.stacks()) {
            if (!stack.getStackName().equals("SecondBackupControl")) {
                assertThat(Files.size(Synthesis.file(stack.getStackName())))
                        .as(stack.getStackName())
                        .isLessThan(INLINE_BYTES_MAX);
            }
        }
    }
}
