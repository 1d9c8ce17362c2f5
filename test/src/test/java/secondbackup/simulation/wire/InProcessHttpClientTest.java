package secondbackup.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/// Whoever has served the simulated AWS to other tools has told the shell an address for all services.
final class InProcessHttpClientTest {
    /// What the Java virtual machine may be told in the place of `AWS_ENDPOINT_URL`.
    private static final String EVERY_SERVICE = "aws.endpointUrl";

    private final SimulatedOrganization world = SimulatedOrganization.of(SmallWorld.world(), 1);

    @BeforeEach
    void nameAnAddress() {
        System.setProperty(EVERY_SERVICE, "http://127.0.0.1:4566");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(EVERY_SERVICE);
    }

    @Test
    void goesToTheSimulatedServiceWhateverAddressTheShellNames() {
        var shop = AwsBasicCredentials.create(SmallWorld.SHOP, "any");
        try (var sts =
                StsClient.builder()
                        .httpClient(world.httpClient())
                        .credentialsProvider(StaticCredentialsProvider.create(shop))
                        .region(Region.EU_WEST_1)
                        .build()) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo(SmallWorld.SHOP);
        }
    }
}
