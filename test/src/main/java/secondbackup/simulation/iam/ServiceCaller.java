package secondbackup.simulation.iam;

/// An AWS service that acts for a resource of its own, by itself or in a role.
///
/// @param service such as `events.amazonaws.com`
/// @param sourceArn the resource it acts for, such as a rule
/// @param roleArn role that it assumes, or empty where it acts by itself
public record ServiceCaller(String service, String sourceArn, String roleArn) {

    /// The account that owns the resource it acts for.
    public String sourceAccount() {
        return Arn.of(sourceArn).account();
    }

    /// Name of the sessions it opens.
    String session() {
        return service.substring(0, service.indexOf('.'));
    }
}
