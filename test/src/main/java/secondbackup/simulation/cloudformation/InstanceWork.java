package secondbackup.simulation.cloudformation;

import java.util.List;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.StackInstance.Detail;
import secondbackup.simulation.cloudformation.StackInstance.Status;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.wire.AwsError;

/// Deploys and removes the stacks of a StackSet's instances, each as the execution role of its account.
///
/// That suspended accounts are skipped is older than the state `CLOSED`, whose old `Status` was `SUSPENDED`, so closed ones
/// are skipped here, too.
///
/// Source: AWS CloudFormation API model, StackSetOperationPreferences (failure tolerance, for each Region),
/// StackInstanceComprehensiveStatus; User Guide, "Prepare to perform StackSet operations in AWS Regions that are disabled
/// by default" (Region enabled in both accounts); AWS Organizations User Guide, "Monitor the state of your AWS accounts"
/// (a closed account with both); read 2026-11-27.
record InstanceWork(Deployments deployments, Organization organization, ExecutionRole role) {

    /// Goes from Region to Region, and stops after the one in which too many failed.
    ///
    /// @return what failed beyond what is tolerated, or empty
    String deploy(StackSet set, List<StackInstance> instances) {
        var failures = new TreeMap<String, Integer>();
        var stopped = "";
        for (var instance : instances) {
            var accounts =
                    (int)
                            instances.stream()
                                    .filter(one -> one.region.equals(instance.region))
                                    .count();
            if (!stopped.isEmpty()) {
                instance.ended(Status.OUTDATED, Detail.CANCELLED, "Cancelled since " + stopped);
                continue;
            }
            deploy(set, instance);
            if (instance.detail() == Detail.FAILED
                    && failures.merge(instance.region, 1, Integer::sum)
                            > set.wish.tolerated(accounts)) {
                stopped = "failure tolerance exceeded by " + instance;
            }
        }
        return stopped;
    }

    private void deploy(StackSet set, StackInstance instance) {
        if (instance.status() == Status.INOPERABLE) {
            return;
        }
        var account = organization.account(instance.account);
        if (account.filter(one -> !shut(one.state)).isEmpty()) {
            instance.ended(Status.OUTDATED, Detail.SKIPPED_SUSPENDED_ACCOUNT, "");
            return;
        }
        if (!organization.regionEnabled(organization.managementAccount, instance.region)
                || !organization.regionEnabled(instance.account, instance.region)) {
            instance.ended(
                    Status.OUTDATED,
                    Detail.FAILED,
                    "Region " + instance.region + " is not enabled in account " + instance.account);
            return;
        }
        try {
            var stack =
                    deployments.deploy(
                            role.of(instance.account, instance.stackName),
                            instance.region,
                            instance.stackName,
                            set.wish.template(),
                            set.parameters());
            instance.stack = stack;
            var done = stack.status().done();
            instance.ended(
                    done ? Status.CURRENT : Status.OUTDATED,
                    done ? Detail.SUCCEEDED : Detail.FAILED,
                    stack.reason());
        } catch (AwsError refused) {
            instance.ended(Status.OUTDATED, Detail.FAILED, refused.message());
        }
    }

    private static boolean shut(AccountState state) {
        return state == AccountState.SUSPENDED || state == AccountState.CLOSED;
    }

    /// @param retained whether the stack stays, as a stack of its own
    void remove(StackSet set, StackInstance instance, boolean retained) {
        var key = StackSet.key(instance.account, instance.region);
        var stack = instance.stack().filter(Stack::exists);
        if (retained || stack.isEmpty()) {
            set.instances.remove(key);
            return;
        }
        try {
            deployments.delete(role.of(instance.account, instance.stackName), stack.get());
            if (stack.get().exists()) {
                instance.ended(Status.INOPERABLE, Detail.FAILED, stack.get().reason());
            } else {
                set.instances.remove(key);
            }
        } catch (AwsError refused) {
            instance.ended(Status.INOPERABLE, Detail.FAILED, refused.message());
        }
    }
}
