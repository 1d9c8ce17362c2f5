package secondbackup.simulation.world;

import java.util.List;
import secondbackup.simulation.cloudformation.Deployments;
import secondbackup.simulation.cloudformation.StackSetOperations;
import secondbackup.simulation.cloudformation.StackSetType;
import secondbackup.simulation.cloudformation.StackSets;
import secondbackup.simulation.resources.Catalog;
import secondbackup.simulation.wire.DirectCalls;

/// AWS CloudFormation of a whole organization, with every resource type that its services have.
///
/// @param deployments stacks are deployed here
/// @param stackSets made by stacks of the management account
public record CloudFormation(Deployments deployments, StackSets stackSets) {

    static CloudFormation of(SimulatedOrganization of) {
        var organization = of.organization();
        var calls = new DirectCalls(of.operations(), of.access(), organization::regionEnabled);
        var deployments = new Deployments(calls, of.chance(), of.time());
        var stackSets =
                new StackSets(deployments, organization, of.roles(), of.chance(), of.time());
        var catalog =
                new Catalog(
                        organization,
                        of.roles(),
                        of.keys(),
                        of.vaults(),
                        of.backup().plans(),
                        of.buckets(),
                        of.secrets());
        deployments.types().add(catalog.types());
        deployments.types().add(of.machinery().catalog().types());
        deployments.types().add(List.of(new StackSetType(stackSets)));
        new StackSetOperations(stackSets).register(of.operations());
        return new CloudFormation(deployments, stackSets);
    }
}
