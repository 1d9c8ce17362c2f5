package secondbackup.simulation.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Guardrails;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

/// A wire server with nothing behind it: account 111111111111 holds the key `AKIATEST`, its administrator.
public final class WireWorld {
    public static final String ACCOUNT = "111111111111";
    public static final String KEY = "AKIATEST";

    public final TreeMap<String, Principal> holders =
            new TreeMap<>(Map.of(KEY, new Principal.Administrator(ACCOUNT)));
    public final Roles roles = new Roles();
    public final SimulatedTime time = new SimulatedTime(Instant.parse("2026-03-01T00:00:00Z"));
    public final Access access = new Access(roles, new NoGuardrails(), time);
    public final Operations operations = new Operations();
    public final WireServer server =
            new WireServer(
                    operations,
                    access,
                    new Holders(),
                    (_, region) -> !region.equals("ap-east-1"),
                    new Chance(1),
                    time);

    /// An SDK client of the world, signing with a key.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String key) {
        return client(builder, key, "us-east-1");
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String key, String region) {
        return builder.httpClient(new InProcessHttpClient(server))
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private final class Holders implements Credentials {
        @Override
        public Optional<Principal> holder(String accessKeyId) {
            return Optional.ofNullable(holders.get(accessKeyId));
        }

        @Override
        public boolean expired(String accessKeyId) {
            return accessKeyId.startsWith("ASIAOLD");
        }
    }

    private static final class NoGuardrails implements Guardrails {
        @Override
        public List<List<String>> serviceControlPolicies(String account) {
            return List.of();
        }

        @Override
        public String organization(String account) {
            return "";
        }

        @Override
        public String organizationPath(String account) {
            return "";
        }
    }
}
