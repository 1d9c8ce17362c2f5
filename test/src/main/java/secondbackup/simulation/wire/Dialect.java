package secondbackup.simulation.wire;

/// How a service speaks: one of AWS's protocols.
public interface Dialect {
    Asked read(String service, HttpQuestion question);

    /// An error in the form of the protocol.
    HttpAnswer error(AwsError error, String requestId);

    /// What AWS answers before an operation's own rules apply.
    ///
    /// @param message used where AWS's words depend on the case
    AwsError refusal(Refusal refusal, String message);
}
