package secondbackup.cdk.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/// The state machine of a sweep, `sweep.asl.json`: List, a Survey of every account, Verify, the message that wakes Copy,
/// Notify.
///
/// List answers ids alone, so that the accounts fit between two states: 256 KiB hold 17,000. A failed List, Verify or
/// Notify fails the execution, and its alarm rings; a failed Survey does not, for Verify says that the account was not
/// seen.
///
/// Source: AWS Step Functions Developer Guide, "Using Map state in Distributed mode", "ItemBatcher", "Invoke an AWS
/// Lambda function with Step Functions" and "Quotas", read 2026-11-27.
final class Sweep {
    static final String NAME = "second-backup-sweep";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CfnStateMachine machine;

    Sweep(Construct scope, Parts parts, Functions functions, CopyQueue queue) {
        machine =
                CfnStateMachine.Builder.create(scope, "Sweep")
                        .stateMachineName(NAME)
                        .stateMachineType("STANDARD")
                        .roleArn(parts.role(scope, "sweep.json").getRoleArn())
                        .definitionString(definition(parts.deployment().surveysAtATime()))
                        .definitionSubstitutions(
                                Map.of(
                                        "list", functions.arn("list"),
                                        "survey", functions.arn("survey"),
                                        "verify", functions.arn("verify"),
                                        "notify", functions.arn("notify"),
                                        "copyQueue", queue.url()))
                        .build();
    }

    String arn() {
        return machine.getRef();
    }

    /// As text: the CDK leaves `null` out of objects, and a `ResultPath` that is left out puts the result in the place of
    /// the input.
    private static String definition(int surveysAtATime) {
        try (var text = Sweep.class.getResourceAsStream("sweep.asl.json")) {
            var definition = JSON.readTree(text);
            ((ObjectNode) definition.at("/States/SurveyAccounts"))
                    .put("MaxConcurrency", surveysAtATime);
            return JSON.writeValueAsString(definition);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("sweep.asl.json", unreadable);
        }
    }
}
