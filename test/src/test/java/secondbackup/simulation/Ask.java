package secondbackup.simulation;

import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/// Asks the registered handlers directly: no wire, no rights.
public record Ask(Operations operations, String account, String service, String region) {

    public <Q extends SdkRequest, R extends SdkResponse> R of(Q request, Class<R> response) {
        var found = operations.find(request.getClass()).orElseThrow();
        @SuppressWarnings("unchecked") // Operations keeps each handler under its own request class.
        var operation = (Operations.Operation<Q, ?>) found;
        var name = request.getClass().getSimpleName().replace("Request", "");
        var call = new Call(new Principal.Administrator(account), service, region, name);
        return response.cast(operation.handler().answer(request, call));
    }
}
