package secondbackup.simulation.cloudformation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.DirectCalls;
import software.amazon.awssdk.core.SdkRequest;

/// Where one resource is being made, and in whose name.
///
/// Source: AWS CloudFormation User Guide, "Control CloudFormation access with IAM" ("CloudFormation makes calls to
/// create, modify, and delete those resources on their behalf"), read 2026-11-27.
///
/// @param principal whoever deploys
/// @param region of the stack
/// @param stackId ARN of the stack
/// @param logicalId of the resource in the template
/// @param attempt how many resources with this logical id the stack has made before
public record Scene(
        Principal principal,
        String region,
        String stackName,
        String stackId,
        String logicalId,
        int attempt,
        DirectCalls calls,
        Chance chance,
        SimulatedTime time) {

    /// Services with one endpoint for all Regions.
    private static final Set<String> GLOBAL = Set.of("iam", "organizations");

    private static final String GLOBAL_REGION = "us-east-1";
    private static final int SUFFIX = 12;

    public String account() {
        return principal.account();
    }

    /// Calls a service as whoever deploys.
    ///
    /// @param service signing name, such as `backup`
    ///
    /// Fails: [secondbackup.simulation.wire.AwsError] as AWS answers.
    public <R> R call(String service, SdkRequest request, Class<R> answer) {
        return calls.answer(principal, service, regionOf(service), request, answer);
    }

    /// Asks whether whoever deploys may do something that no operation of the SDK stands for here.
    ///
    /// Fails: [secondbackup.simulation.wire.AwsError] where not.
    public void need(AccessRequest... rights) {
        for (var right : rights) {
            calls.need(principal, regionOf(right.action().split(":", 2)[0]), List.of(right));
        }
    }

    /// Asks for actions on one resource.
    ///
    /// @param arn of the resource, or `*`
    public void need(String arn, String... actions) {
        for (var action : actions) {
            need(AccessRequest.of(action, arn));
        }
    }

    private String regionOf(String service) {
        return GLOBAL.contains(service) ? GLOBAL_REGION : region;
    }

    /// An ARN of this account and Region.
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account() + ":" + resource;
    }

    /// A name for a resource that the template gives none: stack, logical id and twelve letters and digits, the stack's
    /// name cut short where all is too long.
    ///
    /// Source: AWS CloudFormation User Guide, "Name type" (AWS::... "uses the generated ID for the name"), read
    /// 2026-11-27; that it is cut, and how, was seen and is not documented.
    ///
    /// @param longest number of characters that the service allows
    public String generatedName(int longest) {
        var suffix =
                chance.hex(SUFFIX, "physical name", stackId, logicalId, attempt)
                        .toUpperCase(Locale.ROOT);
        var room = longest - SUFFIX - 1;
        var logical = cut(logicalId, room / 2);
        return cut(stackName, room - logical.length() - 1) + "-" + logical + "-" + suffix;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
