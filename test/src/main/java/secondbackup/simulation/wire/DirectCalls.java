package secondbackup.simulation.wire;

import java.util.List;
import java.util.Optional;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;
import software.amazon.awssdk.core.SdkRequest;

/// Calls that one service of AWS makes of another in the name of a caller: the same rights are asked and the same
/// handler answers as for a request that came over the wire, with no signature, no fault and no count.
///
/// Source: AWS CloudFormation User Guide, "Forward access sessions (FAS) requests and permission evaluation", read
/// 2026-11-27.
public final class DirectCalls {
    private final Operations operations;
    private final Access access;
    private final RegionGate regions;
    private Recorder recorder = (_, _, _) -> {};

    public DirectCalls(Operations operations, Access access, RegionGate regions) {
        this.operations = operations;
        this.access = access;
        this.regions = regions;
    }

    /// Who hears of every call from now on.
    public void recordTo(Recorder next) {
        recorder = next;
    }

    /// @param service signing name, such as `backup`
    ///
    /// Fails: [AwsError] as the service answers it, or where IAM or the Region refuses; IllegalArgumentException
    /// where nobody answers such a request.
    public <R> R answer(
            Principal caller, String service, String region, SdkRequest request, Class<R> answer) {
        var operation =
                operations
                        .find(request.getClass())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the simulation does not answer " + request.getClass()));
        return answer.cast(answered(operation, caller, service, region, request));
    }

    private <Q extends SdkRequest> Object answered(
            Operations.Operation<Q, ?> operation,
            Principal caller,
            String service,
            String region,
            SdkRequest request) {
        var asked = operation.request().cast(request);
        var name = asked.getClass().getSimpleName().replaceFirst("Request$", "");
        var call = new Call(caller, service, region, name);
        try {
            need(caller, region, operation.rights().of(asked, call));
            var answer = operation.handler().answer(asked, call);
            recorder.record(call, Optional.of(asked), Optional.empty());
            return answer;
        } catch (AwsError error) {
            recorder.record(call, Optional.of(asked), Optional.of(error));
            throw error;
        }
    }

    /// Asks for rights alone, for whoever does the work without a request of the SDK.
    ///
    /// Fails: [AwsError] where IAM or the Region refuses.
    public void need(Principal caller, String region, List<AccessRequest> rights) {
        if (!regions.open(caller.account(), region)) {
            throw new AwsError(
                    403,
                    "UnrecognizedClientException",
                    "The security token included in the request is invalid.");
        }
        for (var right : rights) {
            if (access.decide(caller, region, right) instanceof Decision.Denied denied) {
                throw new AwsError(403, "AccessDenied", denied.message());
            }
        }
    }
}
