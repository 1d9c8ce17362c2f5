package secondbackup.simulation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.CONTROL;
import static secondbackup.simulation.Serverless.HOME;
import static secondbackup.simulation.Serverless.MANAGEMENT;
import static secondbackup.simulation.Serverless.SHOP;
import static secondbackup.simulation.Serverless.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Serverless;
import secondbackup.simulation.cloudtrail.Trails;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.sqs.Queue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/// A rule for every call that CloudTrail tells of, and what comes of calls.
final class CloudTrailEventsTest {
    private static final String CALLS = "{\"detail-type\":[\"AWS API Call via CloudTrail\"]}";
    private static final String SOURCE = "eu-west-1";

    private final Serverless aws = new Serverless();
    private int made;
    private final Queue queue = aws.queue("calls", "events");

    @BeforeEach
    void listen() {
        listen(SHOP, SOURCE);
        trail(true);
    }

    private void listen(String account, String region) {
        var bus = aws.machinery.buses().standard(account, region);
        aws.rule(bus, "calls", CALLS, RuleTarget.of("queue", queue.arn()));
    }

    private void trail(boolean ofOrganization) {
        var trail = new Trails.Trail("all", MANAGEMENT, "us-east-1");
        trail.ofOrganization = ofOrganization;
        aws.world.trails().all.clear();
        aws.world.trails().all.add(trail);
    }

    private BackupClient backup(String account, String region) {
        return BackupClient.builder()
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account, "secret")))
                .httpClient(aws.world.httpClient())
                .build();
    }

    private void makeVault() {
        try (var backup = backup(SHOP, SOURCE)) {
            backup.createBackupVault(asked -> asked.backupVaultName("made-" + made++));
        }
    }

    private List<JsonNode> told() {
        aws.pass(300);
        return queue.messages().stream().map(message -> json(message.body)).toList();
    }

    @Test
    void tellsWhoCalledWhatWithWhichParameters() {
        makeVault();

        assertThat(told())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("source").asText()).isEqualTo("aws.backup");
                    assertThat(event.path("account").asText()).isEqualTo(SHOP);
                    assertThat(event.path("region").asText()).isEqualTo(SOURCE);
                    var detail = event.path("detail");
                    assertThat(detail.path("eventSource").asText())
                            .isEqualTo("backup.amazonaws.com");
                    assertThat(detail.path("eventName").asText()).isEqualTo("CreateBackupVault");
                    assertThat(detail.at("/requestParameters/backupVaultName").asText())
                            .isEqualTo("made-0");
                    assertThat(detail.path("userIdentity").path("arn").asText())
                            .isEqualTo("arn:aws:iam::" + SHOP + ":user/Administrator");
                    assertThat(detail.has("errorCode")).isFalse();
                    assertThat(detail.path("sourceIPAddress").asText()).isNotEmpty();
                });
    }

    @Test
    void tellsOfRefusedCallsToo() {
        aws.world
                .organization()
                .policies
                .put(
                        SHOP,
                        List.of(
                                Serverless.allows("", "*", "*"),
                                """
                                {"Version":"2012-10-17","Statement":
                                {"Effect":"Deny","Action":"backup:Create*","Resource":"*"}}\
                                """));

        assertThatThrownBy(this::makeVault).isInstanceOf(BackupException.class);

        var detail = told().getFirst().path("detail");
        assertThat(detail.path("errorCode").asText()).contains("AccessDenied");
        assertThat(detail.path("errorMessage").asText()).contains("service control policy");
    }

    @Test
    void neverTellsOfReading() {
        try (var backup = backup(SHOP, SOURCE)) {
            backup.listBackupVaults();
            backup.describeBackupVault(asked -> asked.backupVaultName("local"));
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsNothingWithoutATrailThatCoversTheAccount() {
        trail(false);
        makeVault();
        aws.world.trails().all.clear();
        makeVault();
        trail(true);
        aws.world.trails().all.getFirst().logging = false;
        makeVault();

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsNothingOfOtherRegionsAndAccounts() {
        try (var backup = backup(CONTROL, HOME)) {
            backup.createBackupVault(asked -> asked.backupVaultName("other"));
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfGlobalServicesInUsEast1OfTheCallersAccount() {
        listen(MANAGEMENT, "us-east-1");
        listen(MANAGEMENT, HOME);
        try (var organizations =
                OrganizationsClient.builder()
                        .region(Region.of("us-east-1"))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(MANAGEMENT, "secret")))
                        .httpClient(aws.world.httpClient())
                        .build()) {
            organizations.enableAWSServiceAccess(
                    asked -> asked.servicePrincipal("backup.amazonaws.com"));
        }

        assertThat(told())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("region").asText()).isEqualTo("us-east-1");
                    assertThat(event.path("detail").path("eventName").asText())
                            .isEqualTo("EnableAWSServiceAccess");
                });
    }

    @Test
    void tellsOfWhatCloudFormationDoesInSomebodysName() {
        aws.world
                .cloudFormation()
                .deployments()
                .deploy(
                        new Principal.Administrator(SHOP),
                        SOURCE,
                        "vault",
                        """
                        {"Resources":{"Vault":{"Type":"AWS::Backup::BackupVault",
                        "Properties":{"BackupVaultName":"deployed"}}}}\
                        """);

        assertThat(told())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/detail/requestParameters/backupVaultName").asText())
                                .isEqualTo("deployed"));
    }

    @Test
    void takesItsTime() {
        makeVault();

        assertThat(queue.messages()).isEmpty();
        assertThat(told()).hasSize(1);
    }
}
