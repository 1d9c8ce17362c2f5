package secondbackup.simulation.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.rds.Clusters;

/// Lets happen what a world says happens.
record Oddities(SimulatedOrganization of) {

    void schedule(List<Oddity> oddities) {
        for (var oddity : oddities) {
            of.time().at(oddity.at(), oddity.toString(), () -> happen(oddity));
        }
    }

    private void happen(Oddity oddity) {
        switch (oddity) {
            case Oddity.DeleteCluster(_, var account, var region, var name) ->
                    of.clusters().remove(cluster(account, region, name));
            case Oddity.CreateCluster(_, var account, var region, var cluster) ->
                    new Settling(of, account).cluster(region, cluster);
            case Oddity.RecreateCluster(_, var account, var region, var name) ->
                    recreate(cluster(account, region, name));
            case Oddity.RenameCluster(_, var account, var region, var name, var renamed) ->
                    of.clusters().rename(cluster(account, region, name), renamed);
            case Oddity.DisableKey(_, var account, var region, var key) ->
                    key(account, region, key).state = Keys.State.DISABLED;
            case Oddity.EnableKey(_, var account, var region, var key) ->
                    key(account, region, key).state = Keys.State.ENABLED;
            case Oddity.PutKeyPolicy(_, var account, var region, var key, var policy) ->
                    key(account, region, key).policy = policy;
            case Oddity.CloseAccount(_, var account) -> new Closing(of).close(account);
            case Oddity.SuspendAccount(_, var account) ->
                    Founding.account(of.organization(), account).state = AccountState.SUSPENDED;
            case Oddity.LeaveOrganization(_, var account) -> of.organization().leave(account);
            case Oddity.OptOut(_, var account, var region, var type) ->
                    of.settings().optIn(account, region, type, false);
            case Oddity.RemoveRole(_, var account, var role) -> of.roles().remove(account, role);
            case Oddity.AttachPolicy(_, var target, var policy) -> attach(target, policy);
            case Oddity.StickCopy(_, var account, var region, var name, var every) ->
                    of.copyTroubles().stick(copies(account, region, name, every));
            case Oddity.FailCopy(_, var account, var region, var name, var every, var message) ->
                    of.copyTroubles()
                            .fail(copies(account, region, name, every), "FATAL_ERROR", message);
            case Oddity.PutVaultPolicy(_, var account, var region, var vault, var policy) ->
                    vault(account, region, vault).accessPolicy = policy;
            case Oddity.StopPlan(_, var account, var region, var plan) ->
                    stopPlan(account, region, plan);
            case Oddity.MoveAccount(_, var account, var parent) ->
                    Founding.account(of.organization(), account).parent = parent;
            case Oddity.RetireVersion(_, var region, var engine, var version) ->
                    of.engineVersions().retire(region, engine, version);
        }
    }

    private Clusters.Cluster cluster(String account, String region, String name) {
        return there(of.clusters().find(account, region, name), "cluster", account, name);
    }

    private Keys.Key key(String account, String region, String id) {
        var arn =
                id.startsWith("arn:") ? id : "arn:aws:kms:" + region + ":" + account + ":key/" + id;
        return there(of.keys().find(arn), "key", account, id);
    }

    private Vaults.Vault vault(String account, String region, String name) {
        return there(of.vaults().find(account, region, name), "vault", account, name);
    }

    private static <T> T there(Optional<T> found, String kind, String account, String name) {
        return found.orElseThrow(() ->
                new IllegalStateException(
                        "account " + account + " has no " + kind + " " + name + " any more"));
    }

    private void recreate(Clusters.Cluster old) {
        var now = of.time().instant();
        var id = new Settling(of, old.account).resourceId(old.region, old.name, now.toString());
        var anew =
                new Clusters.Cluster(
                        old.account,
                        old.region,
                        old.name,
                        id,
                        old.engine,
                        old.engineVersion,
                        old.encryption,
                        old.keyArn,
                        now);
        anew.sizeBytes = old.sizeBytesAt(now);
        anew.growthBytesPerDay = old.growthBytesPerDay;
        anew.tags.putAll(old.tags);
        of.clusters().remove(old);
        of.clusters().put(anew);
    }

    private void attach(String target, String policy) {
        var attached = of.organization().policies;
        var all = new ArrayList<>(attached.getOrDefault(target, List.of()));
        all.add(policy);
        attached.put(target, List.copyOf(all));
    }

    private void stopPlan(String account, String region, String name) {
        of.backup().plans().in(account, region).stream()
                .filter(plan -> plan.document.backupPlanName().equals(name))
                .forEach(plan -> plan.deletedAt = of.time().instant());
    }

    /// The copies of a cluster from now on: all, or the first one only.
    private Predicate<CopyJob> copies(String account, String region, String name, boolean every) {
        var arn = "arn:aws:rds:" + region + ":" + account + ":cluster:" + name;
        var since = of.time().instant();
        return job ->
                job.resourceArn.equals(arn)
                        && !job.createdAt.isBefore(since)
                        && (every || isFirst(job, since));
    }

    private boolean isFirst(CopyJob job, Instant since) {
        return of.copyJobs().all().stream()
                .filter(other -> other.resourceArn.equals(job.resourceArn))
                .filter(other -> !other.createdAt.isBefore(since))
                .noneMatch(other -> earlier(other, job));
    }

    private static boolean earlier(CopyJob one, CopyJob other) {
        var order = one.createdAt.compareTo(other.createdAt);
        return order < 0 || (order == 0 && one.id.compareTo(other.id) < 0);
    }
}
