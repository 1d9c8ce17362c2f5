package secondbackup.simulation.resources;

import java.util.List;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.Deployments;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.world.SimulatedOrganization;

/// An administrator of the small world's `shop`, or of another account, with one stack.
final class Desk {
    static final String REGION = SmallWorld.HOME;

    final SimulatedOrganization of = SimulatedOrganization.of(SmallWorld.world(), 1);
    final Deployments deployments = of.cloudFormation().deployments();
    final String account;

    Desk() {
        this(SmallWorld.SHOP);
    }

    Desk(String account) {
        this.account = account;
    }

    Stack deploy(String resources) {
        return deployments.deploy(
                new Principal.Administrator(account),
                REGION,
                "app",
                "{\"Resources\":{" + resources + "}}");
    }

    void delete(Stack stack) {
        deployments.delete(new Principal.Administrator(account), stack);
    }

    List<Drift.Status> drift(Stack stack) {
        return deployments.drift(stack).stream().map(Drift::status).toList();
    }

    /// @param type without `AWS::`
    static String resource(String id, String type, String properties) {
        return "\"%s\":{\"Type\":\"AWS::%s\",\"Properties\":{%s}}".formatted(id, type, properties);
    }

    static String policy(String effect, String action) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"%s","Action":"%s","Resource":"*"}]}\
        """
                .formatted(effect, action);
    }

    static String guard(String effect, String action) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"%s","Principal":"*","Action":"%s","Resource":"*"}]}\
        """
                .formatted(effect, action);
    }
}
