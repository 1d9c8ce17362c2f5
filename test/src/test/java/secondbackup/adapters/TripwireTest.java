package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.slack.Poster;

/// Calls that AWS CloudTrail recorded, through Notify's own door: what people read in Slack, and what they do not.
///
/// Source: AWS Backup Developer Guide, "Logging AWS Backup API calls with CloudTrail" (the example), read
/// 2026-11-27.
final class TripwireTest {
    private static final Day DAY = Day.deployed();

    private final List<String> told = new ArrayList<>();

    private static String event(String account, String service, String call, String detail) {
        return """
        {"version": "0", "detail-type": "AWS API Call via CloudTrail", "source": "aws.%s", "account": "%s",
         "time": "2026-11-27T03:04:05Z", "region": "eu-central-1", "detail": {
         "eventTime": "2026-11-27T03:04:05Z", "eventSource": "%s.amazonaws.com", "eventName": "%s",
         "awsRegion": "eu-central-1", "sourceIPAddress": "203.0.113.7", %s}}
        """
                .formatted(service, account, service, call, detail);
    }

    private boolean rings(String event) {
        return rings(event, told::add, 200);
    }

    private static boolean rings(String event, Consumer<String> slack, int status) {
        var poster =
                new Poster(
                        post -> {
                            slack.accept(post.json());
                            return new Poster.Reply.Answered(
                                    status, "no_service", OptionalLong.empty());
                        },
                        _ -> {});
        return DAY.with(poster).invoke("notify", event).path("told").asBoolean();
    }

    @Test
    void saysWhichAccountWhoWhatWhenFromWhereAndWhatNow() {
        var event =
                event(
                        SmallWorld.VAULT,
                        "backup",
                        "DeleteRecoveryPoint",
                        """
                        "errorCode": "AccessDenied",
                        "userIdentity": {"type": "AssumedRole",
                          "arn": "arn:aws:sts::333333333333:assumed-role/Administrator/mallory"},
                        "requestParameters": {"backupVaultName": "second-backup", "recoveryPointArn": "arn:aws:rds:x<!channel>"}
                        """);

        assertThat(rings(event)).isTrue();
        assertThat(told)
                .singleElement()
                .asString()
                .contains("Tripwire PointsTouched in the vault account 333333333333 (refused)")
                .contains("Who: arn:aws:sts::333333333333:assumed-role/Administrator/mallory")
                .contains("Call: backup DeleteRecoveryPoint")
                .contains("backupVaultName: second-backup")
                .contains("When: 2026-11-27 03:04 UTC, in eu-central-1")
                .contains("From: 203.0.113.7")
                .contains("AWS refused it: AccessDenied")
                .contains("→ Find out whether the person named meant to.")
                .contains("runbook/Tripwire.md")
                .doesNotContain("<!channel>");
    }

    @Test
    void saysThatItWasDone() {
        assertThat(
                        rings(
                                event(
                                        SmallWorld.MANAGEMENT,
                                        "organizations",
                                        "DetachPolicy",
                                        "\"userIdentity\": {\"type\": \"Root\"}")))
                .isTrue();
        assertThat(told)
                .singleElement()
                .asString()
                .contains("Tripwire GuardrailsChanged in the management account 111111111111\"")
                .contains("AWS did it.");
    }

    /// What every copy into an air-gapped vault looks like in the source account.
    @Test
    void staysSilentWhenAwsBackupSharesASnapshotForACopy() {
        var event =
                event(
                        SmallWorld.SHOP,
                        "rds",
                        "ModifyDBClusterSnapshotAttribute",
                        """
                        "userIdentity": {"type": "AssumedRole", "invokedBy": "backup.amazonaws.com",
                          "arn": "arn:aws:sts::444444444402:assumed-role/AWSBackup-second-backup/AWSBackup-x"},
                        "requestParameters": {"dBClusterSnapshotIdentifier": "awsbackup:copyjob-1",
                          "attributeName": "restore", "valuesToAdd": ["999999999999"]}
                        """);

        assertThat(rings(event)).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void failsWhereSlackWasNotToldSoThatItIsToldAgain() {
        var event =
                event(
                        SmallWorld.VAULT,
                        "kms",
                        "ScheduleKeyDeletion",
                        "\"userIdentity\": {\"type\": \"Root\"}");

        assertThatThrownBy(() -> rings(event, _ -> {}, 404))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "kms ScheduleKeyDeletion in account 333333333333: Slack was not told: Slack answered 404");
    }
}
