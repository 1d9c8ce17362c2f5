package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.organizations.Organization.AccountState;
import software.amazon.awssdk.services.backup.model.CancelLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.CreateLegalHoldRequest;
import software.amazon.awssdk.services.backup.model.CreateLegalHoldResponse;
import software.amazon.awssdk.services.backup.model.DeleteRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.UpdateRecoveryPointLifecycleRequest;

final class ExpiryTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);
    private final Office office = Office.likely();

    @Test
    void takesPointAndSnapshotWithinEightHoursAfterTheRetention() {
        var point = office.point(office.vault("local"), "1", Office.START);

        office.wait(DAY);
        assertThat(there(point)).isTrue();
        office.wait(EIGHT_HOURS);

        assertThat(there(point)).isFalse();
        assertThat(office.snapshots.find(point.snapshotArn)).isEmpty();
    }

    @Test
    void choosesAMomentOfItsOwnForEachPoint() {
        for (var number = 0; number < 40; number++) {
            office.point(office.vault("local"), "point" + number, Office.START);
        }

        office.wait(DAY.plus(EIGHT_HOURS.dividedBy(2)));

        assertThat(office.vault("local").points.size()).isBetween(5, 35);
    }

    @Test
    void countsFromTheDataAlsoForACopyThatArrivesLate() {
        office.wait(Duration.ofDays(10));
        var point = office.point(office.vault("local"), "1", Office.START);
        point.deleteAfterDays = 10L;

        office.wait(EIGHT_HOURS);

        assertThat(there(point)).isFalse();
    }

    @Test
    void keepsEverythingWhileTheAccountIsSuspended() {
        var point = office.point(office.vault("local"), "1", Office.START);
        var account = office.organization.account(Office.ACCOUNT).orElseThrow();
        account.state = AccountState.SUSPENDED;
        office.wait(Duration.ofDays(30));
        assertThat(there(point)).isTrue();

        account.state = AccountState.ACTIVE;
        office.wait(EIGHT_HOURS);
        assertThat(there(point)).isFalse();
    }

    @Test
    void keepsWhatHasNoEnd() {
        var point = office.point(office.vault("local"), "1", Office.START);
        point.deleteAfterDays = null;

        office.wait(Duration.ofDays(1000));

        assertThat(there(point)).isTrue();
    }

    @Test
    void followsALifecycleThatChanges() {
        var longer = office.point(office.vault("local"), "1", Office.START);
        var shorter = office.point(office.vault("local"), "2", Office.START);
        shorter.deleteAfterDays = 100L;
        office.wait(Duration.ofHours(23).plusMinutes(59));
        office.call(keep(longer, 3));
        office.call(keep(shorter, 2));

        office.wait(DAY);
        assertThat(there(longer)).isTrue();
        office.wait(EIGHT_HOURS.plusMinutes(1));
        assertThat(there(shorter)).isFalse();
        assertThat(there(longer)).isTrue();
        office.wait(DAY);
        assertThat(there(longer)).isFalse();
    }

    @Test
    void leavesAPointExpiredWhereTheRoleMayNotDelete() {
        var point = office.point(office.vault("local"), "1", Office.START);
        office.role("AWSBackupRole", Office.allow("\"rds:CreateDBClusterSnapshot\""));

        office.wait(DAY.plus(EIGHT_HOURS));
        assertThat(point.status).isEqualTo("EXPIRED");
        assertThat(office.snapshots.find(point.snapshotArn)).isPresent();

        office.role("AWSBackupRole", Office.EVERYTHING);
        office.wait(Duration.ofDays(3));
        assertThat(there(point)).isTrue();
        assertThat(point.status).isEqualTo("EXPIRED");
    }

    @Test
    void leavesAPointExpiredWhereTheRoleIsGone() {
        var point = office.point(office.vault("local"), "1", Office.START);
        office.roles.remove(Office.ACCOUNT, "AWSBackupRole");

        office.wait(DAY.plus(EIGHT_HOURS));

        assertThat(point.status).isEqualTo("EXPIRED");
    }

    @Test
    void answersADeletionTheSameWhetherItWorksOrNot() {
        var point = office.point(office.vault("local"), "1", Office.START);
        point.deleteAfterDays = null;
        office.role("AWSBackupRole", Office.allow("\"rds:CreateDBClusterSnapshot\""));

        office.call(delete(point));
        assertThat(point.status).isEqualTo("DELETING");
        assertThat(office.refusal(delete(point)).code()).isEqualTo("InvalidResourceStateException");
        office.wait(Duration.ofMinutes(5));
        assertThat(point.status).isEqualTo("EXPIRED");

        office.role("AWSBackupRole", Office.EVERYTHING);
        office.call(delete(point));
        office.wait(Duration.ofMinutes(5));
        assertThat(there(point)).isFalse();
    }

    @Test
    void keepsWhatALegalHoldCoversUntilItIsCancelled() {
        var point = office.point(office.vault("local"), "1", Office.START);
        var hold =
                office.call(
                                CreateLegalHoldRequest.builder()
                                        .title("case")
                                        .description("of the year")
                                        .build(),
                                CreateLegalHoldResponse.class)
                        .legalHoldId();

        office.wait(Duration.ofDays(3));
        assertThat(there(point)).isTrue();
        assertThat(office.refusal(delete(point)).code()).isEqualTo("InvalidRequestException");
        office.call(
                CancelLegalHoldRequest.builder()
                        .legalHoldId(hold)
                        .cancelDescription("closed")
                        .build());
        office.wait(EIGHT_HOURS);

        assertThat(there(point)).isFalse();
    }

    private boolean there(RecoveryPoint point) {
        return office.vault("local").points.containsValue(point);
    }

    private static DeleteRecoveryPointRequest delete(RecoveryPoint point) {
        return DeleteRecoveryPointRequest.builder()
                .backupVaultName("local")
                .recoveryPointArn(point.arn)
                .build();
    }

    private static UpdateRecoveryPointLifecycleRequest keep(RecoveryPoint point, long days) {
        return UpdateRecoveryPointLifecycleRequest.builder()
                .backupVaultName("local")
                .recoveryPointArn(point.arn)
                .lifecycle(Lifecycle.builder().deleteAfterDays(days).build())
                .build();
    }
}
