package secondbackup.simulation.world;

import java.time.Duration;
import java.time.Instant;
import secondbackup.simulation.backup.BackupOperations;
import secondbackup.simulation.backup.Copies;
import secondbackup.simulation.backup.CopyJobs;
import secondbackup.simulation.backup.CopyTroubles;
import secondbackup.simulation.backup.CopyWorld;
import secondbackup.simulation.backup.Settings;
import secondbackup.simulation.backup.Surroundings;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.cloudtrail.Trails;
import secondbackup.simulation.events.Events;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.EngineVersions;
import secondbackup.simulation.rds.Restoring;
import secondbackup.simulation.rds.Snapshots;
import secondbackup.simulation.rds.SubnetGroups;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.secrets.Secrets;
import secondbackup.simulation.sts.Sessions;
import secondbackup.simulation.wire.CallCounts;
import secondbackup.simulation.wire.Faults;
import secondbackup.simulation.wire.InProcessHttpClient;
import secondbackup.simulation.wire.Operations;
import secondbackup.simulation.wire.WireServer;
import software.amazon.awssdk.http.SdkHttpClient;

/// A whole organization in AWS, made from a [World]: answers through [#httpClient], moves by [#advance].
public final class SimulatedOrganization {
    private final Switches switches;
    private final Chance chance;
    private final SimulatedTime time;
    private final Organization organization;
    private final Roles roles = new Roles();
    private final Users users = new Users();
    private final Access access;
    private final Sessions sessions;
    private final Keys keys;
    private final Clusters clusters = new Clusters();
    private final Snapshots snapshots = new Snapshots();
    private final EngineVersions engineVersions = new EngineVersions();
    private final SubnetGroups subnetGroups = new SubnetGroups();
    private final Trails trails = new Trails();
    private final Buckets buckets = new Buckets();
    private final Secrets secrets = new Secrets();
    private final Vaults vaults = new Vaults();
    private final CopyJobs copyJobs = new CopyJobs();
    private final CopyTroubles copyTroubles = new CopyTroubles();
    private final Settings settings = new Settings();
    private final Machinery machinery;
    private final BackupOperations backup;
    private final Operations operations;
    private final WireServer server;
    private final CloudFormation cloudFormation;

    private SimulatedOrganization(World world, long seed) {
        this.switches = world.switches();
        this.chance = new Chance(seed);
        this.time = new SimulatedTime(world.start());
        this.organization =
                new Organization(
                        world.organization().id(), world.organization().managementAccount());
        this.access = new Access(roles, organization, time);
        this.sessions = new Sessions(roles, access, chance, time);
        this.keys = new Keys(access);
        this.machinery = new Machinery(this);
        var surroundings =
                new Surroundings(
                        time,
                        chance,
                        switches,
                        organization,
                        roles,
                        access,
                        keys,
                        clusters,
                        snapshots,
                        new Restoring(clusters, keys, engineVersions, chance, time),
                        machinery.events());
        var copyWorld = new CopyWorld(surroundings, vaults, settings, copyJobs);
        var copies = new Copies(copyWorld, copyTroubles);
        this.backup = new BackupOperations(surroundings, vaults, settings, copies);
        this.operations = new Answers(this).of(copies);
        this.server =
                new WireServer(
                        operations, access, sessions, organization::regionEnabled, chance, time);
        this.cloudFormation = CloudFormation.of(this);
        machinery.record(this);
    }

    /// Founds an organization.
    ///
    /// @param seed of all chance; the same world and seed live the same life
    public static SimulatedOrganization of(World world, long seed) {
        var founded = new SimulatedOrganization(world, seed);
        new Founding(founded).found(world);
        founded.calls().reset();
        founded.access().asked().reset();
        return founded;
    }

    /// Moves the clock, between calls.
    public void advance(Duration span) {
        server.exclusively(() -> time.advance(span));
    }

    public void advanceTo(Instant moment) {
        server.exclusively(() -> time.advanceTo(moment));
    }

    /// Carries an SDK client's calls here. An account's number is its administrator's access key.
    public SdkHttpClient httpClient() {
        return new InProcessHttpClient(server);
    }

    /// All that is answered here; a service that is registered late is answered from then on.
    public Operations operations() {
        return operations;
    }

    public WireServer server() {
        return server;
    }

    public SimulatedTime time() {
        return time;
    }

    public Chance chance() {
        return chance;
    }

    public Switches switches() {
        return switches;
    }

    public CallCounts calls() {
        return server.counts();
    }

    public Faults faults() {
        return server.faults();
    }

    public Sessions sessions() {
        return sessions;
    }

    public Organization organization() {
        return organization;
    }

    public Roles roles() {
        return roles;
    }

    public Users users() {
        return users;
    }

    public Access access() {
        return access;
    }

    public Keys keys() {
        return keys;
    }

    public Clusters clusters() {
        return clusters;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public EngineVersions engineVersions() {
        return engineVersions;
    }

    public SubnetGroups subnetGroups() {
        return subnetGroups;
    }

    public Trails trails() {
        return trails;
    }

    public Buckets buckets() {
        return buckets;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Vaults vaults() {
        return vaults;
    }

    /// Plans, backup jobs and legal holds of AWS Backup.
    public BackupOperations backup() {
        return backup;
    }

    public CopyJobs copyJobs() {
        return copyJobs;
    }

    public CopyTroubles copyTroubles() {
        return copyTroubles;
    }

    public Settings settings() {
        return settings;
    }

    public Events events() {
        return machinery.events();
    }

    /// What runs and wakes a deployed product.
    public Machinery machinery() {
        return machinery;
    }

    public CloudFormation cloudFormation() {
        return cloudFormation;
    }
}
