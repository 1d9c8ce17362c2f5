package secondbackup.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;
import secondbackup.inventory.Region;

/// Records as AWS documents them.
///
/// Source: AWS Backup Developer Guide, "Logging AWS Backup API calls with CloudTrail", and AWS CloudTrail User
/// Guide, "CloudTrail userIdentity element" (the examples), read 2026-11-27.
final class RecordedCallTest {
    private static final String ROOT =
            """
            {"type": "Root", "principalId": "123456789012", "arn": "arn:aws:iam::123456789012:root",
             "accountId": "123456789012", "accessKeyId": "AKIAI44QH8DHBEXAMPLE",
             "sessionContext": {"attributes": {"mfaAuthenticated": "false", "creationDate": "2019-01-10T12:24:50Z"}}}
            """;
    private static final String ASSUMED =
            """
            {"type": "AssumedRole", "principalId": "AROAIDPPEZS35WEXAMPLE:AssumedRoleSessionName",
             "arn": "arn:aws:sts::123456789012:assumed-role/RoleToBeAssumed/MySessionName",
             "accountId": "123456789012", "accessKeyId": "", "invokedBy": "backup.amazonaws.com",
             "sessionContext": {"sessionIssuer": {"type": "Role", "principalId": "AROAIDPPEZS35WEXAMPLE",
               "arn": "arn:aws:iam::123456789012:role/RoleToBeAssumed", "accountId": "123456789012",
               "userName": "RoleToBeAssumed"}}}
            """;
    private static final String SERVICE =
            "{\"accountId\": \"123456789012\", \"invokedBy\": \"backup.amazonaws.com\"}";

    private static final String PARAMETERS =
            """
            {"backupVaultName": "Default", "recoveryPointArn": "arn:aws:ec2:us-east-1::snapshot/snap-05f426fd9daab3433",
             "lifecycle": {"deleteAfterDays": 1}, "startWindowMinutes": 60}
            """;

    private static Event event(String identity, String parameters, String more) {
        var json =
                """
                {"version": "0", "id": "2dd70080-5aba-4a79-9a0f-92647c9f0846", "detail-type": "AWS API Call via CloudTrail",
                 "source": "aws.backup", "account": "123456789012", "time": "2019-01-10T14:52:42Z", "region": "us-east-1",
                 "resources": [], "detail": {"eventVersion": "1.05", "userIdentity": %s,
                 "eventTime": "2019-01-10T14:52:42Z", "eventSource": "backup.amazonaws.com",
                 "eventName": "DeleteRecoveryPoint", "awsRegion": "us-east-1", "sourceIPAddress": "12.34.567.89",
                 "requestParameters": %s, "responseElements": null %s}}
                """
                        .formatted(identity, parameters, more);
        return event(json);
    }

    private static Event event(String json) {
        return Event.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheDocumentedCallOfARootUser() {
        assertThat(event(ROOT, PARAMETERS, "").call())
                .contains(
                        new ApiCall(
                                new AccountId("123456789012"),
                                new Region("us-east-1"),
                                Instant.parse("2019-01-10T14:52:42Z"),
                                "backup",
                                "DeleteRecoveryPoint",
                                "arn:aws:iam::123456789012:root (Root)",
                                Optional.empty(),
                                Optional.empty(),
                                "12.34.567.89",
                                Optional.empty(),
                                new TreeMap<>(
                                        Map.of(
                                                "backupVaultName",
                                                "Default",
                                                "recoveryPointArn",
                                                "arn:aws:ec2:us-east-1::snapshot/snap-05f426fd9daab3433",
                                                "startWindowMinutes",
                                                "60"))));
    }

    @Test
    void readsWhoseRoleWasTakenAndWhichServiceCalled() {
        var call = event(ASSUMED, "null", ", \"errorCode\": \"AccessDenied\"").call().orElseThrow();

        assertThat(call.role()).contains("RoleToBeAssumed");
        assertThat(call.invokedBy()).contains("backup.amazonaws.com");
        assertThat(call.error()).contains("AccessDenied");
        assertThat(call.parameters()).isEmpty();
    }

    @Test
    void namesACallerWithoutAnArnByWhatThereIs() {
        assertThat(event(SERVICE, "null", "").call().orElseThrow().caller())
                .isEqualTo("backup.amazonaws.com");
        assertThat(event("{}", "null", "").call().orElseThrow().caller()).isEqualTo("not recorded");
    }

    @Test
    void isEmptyForWhatIsNoCall() {
        assertThat(event("{\"sweep\": \"2026-03-01T05:00:00Z\"}").call()).isEmpty();
        assertThat(event("{\"detail-type\": \"Copy Job State Change\"}").call()).isEmpty();
        assertThat(event("[]").call()).isEmpty();
    }

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> event("{\"detail-type\": \"AWS API Call via CloudTrail\"}").call())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account is ''")
                .hasMessageContaining("detail.awsRegion is ''")
                .hasMessageContaining("detail.eventSource is ''")
                .hasMessageContaining("detail.eventName is ''")
                .hasMessageContaining("detail.eventTime is ''");
    }
}
