package secondbackup.attacks;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// What came of one try.
sealed interface Outcome {
    /// @param by what refused
    record Refused(Refusal by) implements Outcome {}

    record Done() implements Outcome {}

    /// What refuses, by the letter that the table has for it.
    enum Refusal {
        /// Service control policy.
        S,
        /// Vault's access policy.
        V,
        /// Key's policy.
        K,
        /// Lock.
        L,
        /// No right: policies of the role itself.
        I,
        /// It lies in another account, which such a call does not reach.
        A,
        /// Only the management account may.
        O
    }

    /// Tells by AWS's words what refused.
    ///
    /// Fails: AssertionError where the words are of no kind that is known here.
    static Refusal of(AwsServiceException refused) {
        var details = refused.awsErrorDetails();
        return of(details.serviceName(), details.errorCode(), details.errorMessage());
    }

    static Refusal of(String service, String code, String message) {
        return byPolicy(service, message)
                .or(() -> byState(code, message))
                .orElseThrow(() ->
                        new AssertionError(
                                "what refused? " + service + " " + code + ": " + message));
    }

    private static Optional<Refusal> byPolicy(String service, String message) {
        if (message.contains("service control policy")) {
            return Optional.of(Refusal.S);
        }
        if (message.contains("resource-based policy")) {
            return Optional.of(
                    switch (service) {
                        case "Kms" -> Refusal.K;
                        case "S3" -> Refusal.A;
                        default -> Refusal.V;
                    });
        }
        return message.contains("identity-based policy")
                ? Optional.of(Refusal.I)
                : Optional.empty();
    }

    private static Optional<Refusal> byState(String code, String message) {
        if (message.contains("configured with Lock")
                || message.contains("Vault Lock configuration is immutable")
                || message.contains("not within the range specified for the target Backup Vault")) {
            return Optional.of(Refusal.L);
        }
        if (message.contains("Access Denied trying to call AWS Backup service")) {
            return Optional.of(Refusal.V);
        }
        if (message.contains("You don't have permissions to access this resource")
                || code.equals("NotOrganizationMasterAccountException")) {
            return Optional.of(Refusal.O);
        }
        var elsewhere =
                code.contains("NotFound")
                        || code.equals("NoSuchEntity")
                        || code.equals("AWSOrganizationsNotInUseException")
                        || message.contains("not authorized to perform: sts:AssumeRole")
                        || message.contains("Cross-account pass role is not allowed");
        return elsewhere ? Optional.of(Refusal.A) : Optional.empty();
    }
}
