package secondbackup.simulation.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.wire.WireWorld;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsOperationsTest {
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*",
              "Principal": {"AWS": "222222222222"}, "Action": "secretsmanager:GetSecretValue"}]}\
            """;

    private final WireWorld world = new WireWorld();
    private final Secrets.Secret secret =
            new Secrets.Secret(
                    WireWorld.ACCOUNT,
                    "us-east-1",
                    "slack/webhook",
                    "AbCdEf",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    "version-1",
                    "https://example");
    private final SecretsManagerClient client =
            world.client(SecretsManagerClient.builder(), WireWorld.KEY);

    @BeforeEach
    void register() {
        var secrets = new Secrets();
        secrets.put(secret);
        new SecretsOperations(secrets, new Keys(world.access)).register(world.operations);
        secret.policy = POLICY;
        world.holders.put("AKIATWO", new Principal.Administrator("222222222222"));
    }

    @Test
    void tellsASecretByNameByArnAndByPartOfItsArn() {
        var arn = "arn:aws:secretsmanager:us-east-1:111111111111:secret:slack/webhook";
        assertThat(value(client, "slack/webhook")).isEqualTo("https://example");
        assertThat(value(client, arn + "-AbCdEf")).isEqualTo("https://example");
        assertThat(value(client, arn)).isEqualTo("https://example");
        assertThat(client.describeSecret(of -> of.secretId(arn)).arn()).isEqualTo(arn + "-AbCdEf");
    }

    @Test
    void doesNotFindWhatIsMissingOrElsewhere() {
        assertThat(
                        catchThrowableOfType(
                                ResourceNotFoundException.class, () -> value(client, "slack")))
                .hasMessageContaining("Secrets Manager can't find the specified secret.");
        var west = world.client(SecretsManagerClient.builder(), WireWorld.KEY, "us-west-2");
        assertThat(
                        catchThrowableOfType(
                                ResourceNotFoundException.class,
                                () -> value(west, "slack/webhook")))
                .isNotNull();
        assertThat(
                        catchThrowableOfType(
                                ResourceNotFoundException.class,
                                () ->
                                        client.getSecretValue(of ->
                                                of.secretId("slack/webhook")
                                                        .versionStage("AWSPREVIOUS"))))
                .isNotNull();
    }

    @Test
    void anotherAccountFailsOnTheKeyThatIsTheAccountsOwn() {
        var other = world.client(SecretsManagerClient.builder(), "AKIATWO");
        assertThat(
                        catchThrowableOfType(
                                        SecretsManagerException.class,
                                        () -> value(other, secret.arn()))
                                .awsErrorDetails()
                                .errorCode())
                .isEqualTo("AccessDeniedException");
    }

    private static String value(SecretsManagerClient client, String id) {
        return client.getSecretValue(of -> of.secretId(id)).secretString();
    }
}
