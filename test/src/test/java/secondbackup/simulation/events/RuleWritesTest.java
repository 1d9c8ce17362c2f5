package secondbackup.simulation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.Ask;
import secondbackup.simulation.events.EventBuses.Rule;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;

/// How somebody takes a rule apart: it is silenced, robbed of its targets, and only then deleted.
final class RuleWritesTest {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-central-1";
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:111122223333:told";

    private final EventBuses buses = new EventBuses();
    private final Operations operations = new Operations();
    private final Ask ask = new Ask(operations, ACCOUNT, "events", REGION);
    private final EventBuses.Bus own = buses.make(ACCOUNT, REGION, "watch");
    private final Rule onDefault = rule(buses.standard(ACCOUNT, REGION));
    private final Rule onOwn = rule(own);

    @BeforeEach
    void register() {
        new RuleWrites(buses).register(operations);
    }

    private static Rule rule(EventBuses.Bus bus) {
        var rule =
                new Rule(
                        bus,
                        "wire",
                        EventPattern.of(SmallWorld.parse("{\"source\": [\"aws.backup\"]}")));
        rule.targets.put("one", RuleTarget.of("one", QUEUE));
        rule.targets.put("two", RuleTarget.of("two", QUEUE));
        bus.rules.put(rule.name, rule);
        return rule;
    }

    private static void refused(ThrowingCallable call, String code, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error -> {
                            assertThat(error.code()).isEqualTo(code);
                            assertThat(error.message()).isEqualTo(words);
                        });
    }

    private void disable(@Nullable String bus, String name) {
        var request = DisableRuleRequest.builder().eventBusName(bus).name(name).build();
        ask.of(request, DisableRuleResponse.class);
    }

    private RemoveTargetsResponse remove(String bus, String... ids) {
        var request =
                RemoveTargetsRequest.builder().eventBusName(bus).rule("wire").ids(ids).build();
        return ask.of(request, RemoveTargetsResponse.class);
    }

    private void delete(String bus, String name) {
        var request = DeleteRuleRequest.builder().eventBusName(bus).name(name).build();
        ask.of(request, DeleteRuleResponse.class);
    }

    @Test
    void silencesTheRuleOfOneBusAndLeavesItsNamesakeOnAnother() {
        disable(null, "wire");
        assertThat(onDefault.enabled).isFalse();
        assertThat(onOwn.enabled).isTrue();

        disable("watch", "wire");
        assertThat(onOwn.enabled).isFalse();
        ask.of(
                EnableRuleRequest.builder().eventBusName(own.arn()).name("wire").build(),
                EnableRuleResponse.class);
        assertThat(onOwn.enabled).isTrue();
        assertThat(onDefault.enabled).isFalse();
    }

    @Test
    void disablingTwiceIsNoError() {
        disable("default", "wire");
        disable("default", "wire");

        assertThat(onDefault.enabled).isFalse();
    }

    @Test
    void namesTheRuleAndTheBusThatAreNotThere() {
        refused(
                () -> disable(null, "wires"),
                "ResourceNotFoundException",
                "Rule wires does not exist on EventBus default.");
        refused(
                () -> disable("watched", "wire"),
                "ResourceNotFoundException",
                "Event bus watched does not exist.");
        refused(
                () -> delete("watched", "wire"),
                "ResourceNotFoundException",
                "Event bus watched does not exist.");
        refused(
                () -> remove("watched", "one"),
                "ResourceNotFoundException",
                "Event bus watched does not exist.");
    }

    @Test
    void deletesARuleOnlyOnceItsLastTargetIsGone() {
        refused(
                () -> delete("watch", "wire"),
                "ValidationException",
                "Rule can't be deleted since it has targets.");
        assertThat(remove("watch", "one").failedEntryCount()).isZero();
        refused(
                () -> delete("watch", "wire"),
                "ValidationException",
                "Rule can't be deleted since it has targets.");
        remove("watch", "two");

        delete("watch", "wire");

        assertThat(own.rules).isEmpty();
        assertThat(buses.rules()).containsExactly(onDefault);
    }

    @Test
    void aTargetOrARuleThatIsNotThereIsPassedOver() {
        assertThat(remove("watch", "three", "one").failedEntryCount()).isZero();
        assertThat(onOwn.targets.keySet()).containsExactly("two");
        delete("watch", "never-made");
    }

    /// Source: Service Authorization Reference, "Amazon EventBridge", resource types, read 2026-11-27.
    @Test
    void asksForTheRuleByThePathOfItsBus() {
        assertThat(asked(null)).isEqualTo("arn:aws:events:eu-central-1:111122223333:rule/wire");
        assertThat(asked("default"))
                .isEqualTo("arn:aws:events:eu-central-1:111122223333:rule/wire");
        assertThat(asked("watch"))
                .isEqualTo("arn:aws:events:eu-central-1:111122223333:rule/watch/wire");
        assertThat(asked(own.arn())).isEqualTo(onOwn.arn());
    }

    private String asked(@Nullable String bus) {
        var request = DisableRuleRequest.builder().eventBusName(bus).name("wire").build();
        var call = new Call(new Principal.Administrator(ACCOUNT), "events", REGION, "DisableRule");
        var operation = operations.find(DisableRuleRequest.class).orElseThrow();
        @SuppressWarnings("unchecked") // Operations keeps each handler under its own request class.
        var known = (Operations.Operation<DisableRuleRequest, ?>) operation;
        return known.rights().of(request, call).getFirst().resource();
    }
}
