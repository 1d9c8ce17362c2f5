package secondbackup.proof;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.handler.CopyHandler;
import secondbackup.handler.ListHandler;
import secondbackup.handler.NotifyHandler;
import secondbackup.handler.SurveyHandler;
import secondbackup.handler.VerifyHandler;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.states.StateMachine;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.World;

/// Functions for worlds whose roles, vaults and plans were made by hand, where a test wants an estate that was not
/// synthesized. Nothing wakes them but a test.
public final class HandMade {
    private static final SortedMap<String, Class<?>> HANDLERS =
            new TreeMap<>(
                    Map.of(
                            "list", ListHandler.class,
                            "survey", SurveyHandler.class,
                            "verify", VerifyHandler.class,
                            "notify", NotifyHandler.class,
                            "copy", CopyHandler.class));

    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
             "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}}
            """;
    private static final String RIGHTS =
            """
            {"Version": "2012-10-17", "Statement":
             {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*"}}
            """;

    private HandMade() {}

    /// Founds a world, and makes a function for each role that it has for one, and a state machine that runs List.
    public static SimulatedOrganization of(World world, long seed) {
        var founded = SimulatedOrganization.of(world, seed);
        HANDLERS.forEach((lambda, handler) -> {
            var name = "second-backup-" + lambda;
            founded.roles()
                    .find(SmallWorld.CONTROL, name)
                    .ifPresent(role -> {
                        var function = new Function(SmallWorld.CONTROL, SmallWorld.HOME, name);
                        function.handler = handler.getName();
                        function.roleArn = role.arn();
                        founded.machinery().functions().put(function);
                    });
        });
        stackSets(founded);
        var role = new Roles.Role(SmallWorld.CONTROL, "sweep", "AROASWEEP", TRUST);
        role.policies.put("rights", RIGHTS);
        founded.roles().put(role);
        var list = new Function(SmallWorld.CONTROL, SmallWorld.HOME, "second-backup-list").arn();
        founded.machinery()
                .stateMachines()
                .put(
                        new StateMachine(
                                SmallWorld.CONTROL,
                                SmallWorld.HOME,
                                "second-backup-sweep",
                                role.arn(),
                                definition(list)));
        return founded;
    }

    /// Both StackSets, which reach all that the estate's do, and put nothing there: it is made by hand.
    private static void stackSets(SimulatedOrganization founded) {
        founded.cloudFormation()
                .deployments()
                .deploy(
                        new Principal.Administrator(SmallWorld.MANAGEMENT),
                        SmallWorld.HOME,
                        "organization",
                        "{\"Resources\": {%s, %s}}"
                                .formatted(
                                        stackSet("roles", SmallWorld.HOME),
                                        stackSet(
                                                "backup",
                                                SmallWorld.STOCKHOLM
                                                        + "\", \""
                                                        + SmallWorld.IRELAND)));
    }

    private static String stackSet(String what, String regions) {
        return """
        "%s": {"Type": "AWS::CloudFormation::StackSet", "Properties": {
         "StackSetName": "second-backup-member-%s", "PermissionModel": "SERVICE_MANAGED",
         "AutoDeployment": {"Enabled": true, "RetainStacksOnAccountRemoval": true},
         "OperationPreferences": {"FailureTolerancePercentage": 100},
         "StackInstancesGroup": [{"Regions": ["%s"], "DeploymentTargets": {
          "OrganizationalUnitIds": ["r-root"], "AccountFilterType": "DIFFERENCE",
          "Accounts": ["333333333333"]}}],
         "TemplateBody": "{\\"Resources\\":{\\"Nothing\\":{\\"Type\\":\\"AWS::CDK::Metadata\\"}}}"}}
        """
                .formatted(what, what, regions);
    }

    /// For the wire protocol of AWS Step Functions, whatever runs.
    private static String definition(String list) {
        return """
        {"StartAt": "List", "States": {"List": {"Type": "Task", "End": true,
         "Resource": "arn:aws:states:::lambda:invoke",
         "Parameters": {"FunctionName": "%s", "Payload": {}}}}}
        """
                .formatted(list);
    }
}
