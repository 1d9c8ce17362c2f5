package secondbackup.simulation.sts;

import java.time.Instant;
import java.util.Locale;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.organizations.OrganizationsOperations;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.roles.RoleOperations;
import secondbackup.simulation.wire.InProcessHttpClient;
import secondbackup.simulation.wire.Operations;
import secondbackup.simulation.wire.WireServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

/// An organization of a management account and two members, behind the wire.
public final class StsWorld {
    public static final String MANAGEMENT = "999999999999";
    public static final String HOME = "111111111111";
    public static final String AWAY = "222222222222";

    public final SimulatedTime time;
    public final Organization organization;
    public final Roles roles = new Roles();
    public final Users users = new Users();
    public final Sessions sessions;
    public final WireServer server;

    public StsWorld() {
        this(Instant.parse("2026-11-22T10:00:00Z"));
    }

    public StsWorld(Instant start) {
        time = new SimulatedTime(start);
        organization = Organization.founded("o-exampleorgid", MANAGEMENT, start);
        organization.unit("ou-root-apps", "Apps", "r-root");
        organization.join(HOME, "home", "ou-root-apps", start);
        organization.join(AWAY, "away", "r-root", start);
        var chance = new Chance(1);
        var access = new Access(roles, organization, time);
        sessions = new Sessions(roles, access, chance, time);
        var operations = new Operations();
        new StsOperations(sessions, roles).register(operations);
        new RoleOperations(roles, users, chance).register(operations);
        new OrganizationsOperations(organization, access, _ -> {}, chance, time)
                .register(operations);
        server =
                new WireServer(
                        operations, access, sessions, organization::regionEnabled, chance, time);
    }

    /// Adds a role.
    ///
    /// @param trust JSON of the Principal element that it trusts
    /// @param action that its one policy allows
    public Roles.Role role(String account, String name, String trust, String action) {
        var role =
                new Roles.Role(
                        account,
                        name,
                        "AROA" + name.toUpperCase(Locale.ROOT),
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                         "Principal":%s,"Action":"sts:AssumeRole"}]}
                        """
                                .formatted(trust));
        role.policies.put(
                "one",
                """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"%s","Resource":"*"}]}
                """
                        .formatted(action));
        roles.put(role);
        return role;
    }

    /// An SDK client that signs with a key.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String key, String region) {
        return builder.httpClient(new InProcessHttpClient(server))
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
