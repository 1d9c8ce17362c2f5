package secondbackup.simulation.wire;

import java.util.List;
import java.util.Optional;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;

/// Lets in who may do what was asked.
record Gate(Access access, Credentials credentials, RegionGate regions) {

    Principal caller(Scope scope) {
        return credentials.holder(scope.accessKeyId()).orElseGet(Principal.Anonymous::new);
    }

    /// A Region that is not enabled knows no key of the account.
    ///
    /// Source: AWS Account Management Reference Guide, "Enable or disable AWS Regions in your account",
    /// read 2026-11-22.
    Optional<Refusal> identity(Scope scope, Call call) {
        if (call.caller() instanceof Principal.Anonymous) {
            return Optional.of(
                    credentials.expired(scope.accessKeyId())
                            ? Refusal.EXPIRED_KEY
                            : Refusal.UNKNOWN_KEY);
        }
        return regions.open(call.account(), call.region())
                ? Optional.empty()
                : Optional.of(Refusal.UNKNOWN_KEY);
    }

    /// @return the words of the first refusal
    Optional<String> denial(Call call, List<AccessRequest> rights) {
        for (var right : rights) {
            if (access.decide(call.caller(), call.region(), right)
                    instanceof Decision.Denied denied) {
                return Optional.of(denied.message());
            }
        }
        return Optional.empty();
    }
}
