package secondbackup.proof;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.handler.CopyHandler;
import secondbackup.handler.ListHandler;
import secondbackup.handler.NotifyHandler;
import secondbackup.handler.SurveyHandler;
import secondbackup.handler.VerifyHandler;
import secondbackup.simulation.lambda.Function;
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

    private HandMade() {}

    /// Founds a world, and makes a function for each role that it has for one.
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
        return founded;
    }
}
