package secondbackup.simulation.world;

import java.util.Locale;
import secondbackup.simulation.cloudtrail.Trails;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.secrets.Secrets;

/// Makes the state of an organization as its world says.
///
/// Service control policies and the states of accounts come last, so that everything else can be made by
/// the accounts' administrators.
record Founding(SimulatedOrganization of) {

    void found(World world) {
        join(world);
        for (var account : world.accounts()) {
            account.roles().forEach(role -> role(account.id(), role));
            account.users().forEach(user -> user(account.id(), user));
            var settling = new Settling(of, account.id());
            account.places().forEach(settling::settle);
        }
        world.retiredVersions()
                .forEach(each ->
                        of.engineVersions().retire(each.region(), each.engine(), each.version()));
        world.buckets().forEach(this::bucket);
        world.secrets().forEach(this::secret);
        settle(world.organization());
        govern(world);
        new Oddities(of).schedule(world.oddities());
    }

    private void join(World world) {
        var organization = of.organization();
        organization.unit(world.organization().root(), "Root", "");
        world.units().forEach(unit -> organization.unit(unit.id(), unit.name(), unit.parent()));
        for (var each : world.accounts()) {
            var account = organization.join(each.id(), each.name(), each.parent(), each.joinedAt());
            account.email = each.email();
            account.enabledRegions.addAll(each.enabledRegions());
        }
    }

    private void role(String account, World.Role role) {
        var id = "AROA" + of.chance().hex(17, "role", account, role.name());
        var made =
                new Roles.Role(
                        account,
                        role.name(),
                        role.path(),
                        id.toUpperCase(Locale.ROOT),
                        role.trust());
        made.policies.putAll(role.policies());
        of.roles().put(made);
    }

    private void user(String account, World.User user) {
        var id = "AIDA" + of.chance().hex(17, "user", account, user.name());
        var made = new Users.User(account, user.name(), user.path(), id.toUpperCase(Locale.ROOT));
        made.accessKeys.putAll(user.accessKeys());
        of.users().put(made);
    }

    private void bucket(World.Bucket bucket) {
        var made = new Buckets.Bucket(bucket.name(), bucket.account(), bucket.region());
        made.versioned = bucket.versioned();
        made.policy = bucket.policy();
        of.buckets().put(made);
    }

    private void secret(World.Secret secret) {
        var key = secret.account() + secret.region() + secret.name();
        var made =
                new Secrets.Secret(
                        secret.account(),
                        secret.region(),
                        secret.name(),
                        of.chance().hex(6, "secret", key),
                        of.time().instant(),
                        of.chance().uuid("secret version", key),
                        secret.value());
        made.policy = secret.policy();
        of.secrets().put(made);
    }

    private void settle(World.Founder founder) {
        of.settings().crossAccountBackup = founder.crossAccountBackup();
        if (founder.trustedAccess()) {
            of.organization().trustedServices.add("backup.amazonaws.com");
            of.organization().stackSetsTrusted = true;
        }
        if (founder.organizationTrail()) {
            var trail = new Trails.Trail("organization", founder.managementAccount(), "us-east-1");
            trail.ofOrganization = true;
            of.trails().all.add(trail);
        }
    }

    private void govern(World world) {
        var organization = of.organization();
        organization.delegationPolicy = world.organization().delegationPolicy();
        organization.policies.put(world.organization().root(), world.organization().policies());
        world.units().forEach(unit -> organization.policies.put(unit.id(), unit.policies()));
        for (var account : world.accounts()) {
            organization.policies.put(account.id(), account.policies());
            account(organization, account.id()).state = account.state();
        }
    }

    static Organization.Account account(Organization organization, String id) {
        return organization
                .account(id)
                .orElseThrow(() -> new IllegalStateException("no account " + id));
    }
}
