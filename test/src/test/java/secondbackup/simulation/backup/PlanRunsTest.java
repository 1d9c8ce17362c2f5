package secondbackup.simulation.backup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.organizations.Organization;
import software.amazon.awssdk.services.backup.model.BackupPlanInput;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupPlanResponse;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.UpdateBackupPlanRequest;

final class PlanRunsTest {
    private static final String ALL = "arn:aws:rds:eu-north-1:111122223333:cluster:*";
    private final Office office = Office.likely();

    @Test
    void backsUpEveryDayWithinTheStartWindow() {
        office.cluster("orders", "aurora-mysql");
        select(plan(rule("daily", "cron(0 5 ? * * *)", 35)), ALL);

        office.time.advanceTo(Instant.parse("2026-01-15T23:00:00Z"));

        assertThat(jobs()).extracting(job -> job.state).containsOnly("COMPLETED").hasSize(3);
        for (var job : jobs()) {
            var point = requireNonNull(office.vault("local").points.get(job.pointArn));
            assertThat(point.createdAt)
                    .isBetween(job.createdAt, job.createdAt.plus(Duration.ofHours(1)));
            assertThat(point.status).isEqualTo("COMPLETED");
            assertThat(point.deleteAfterDays).isEqualTo(35);
            assertThat(office.snapshots.find(point.snapshotArn).orElseThrow().status)
                    .isEqualTo("available");
        }
        assertThat(jobs())
                .extracting(job -> job.createdAt.toString())
                .containsExactly(
                        "2026-01-13T05:00:00Z", "2026-01-14T05:00:00Z", "2026-01-15T05:00:00Z");
    }

    @Test
    void startsNothingBeforeItsTime() {
        office.cluster("orders", "aurora-mysql");
        select(plan(rule("daily", "cron(0 5 ? * * *)", 35)), ALL);

        office.time.advanceTo(Instant.parse("2026-01-13T04:59:59Z"));
        assertThat(jobs()).isEmpty();

        office.time.advanceTo(Instant.parse("2026-01-13T05:00:00Z"));
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void copiesWhatARuleSaysOnceTheBackupIsComplete() {
        office.cluster("orders", "aurora-mysql");
        var target = "arn:aws:backup:eu-west-1:444455556666:backup-vault:second";
        var copying =
                rule("daily", "cron(0 5 ? * * *)", 35).toBuilder()
                        .copyActions(
                                CopyAction.builder()
                                        .destinationBackupVaultArn(target)
                                        .lifecycle(lifecycle(90))
                                        .build())
                        .build();
        select(plan(copying), ALL);

        office.time.advanceTo(Instant.parse("2026-01-13T23:00:00Z"));

        assertThat(office.copies).containsExactly("Aurora from local to " + target + " for 90");
    }

    @Test
    void needsTheOptInEvenForAClusterThatIsNamed() {
        office.cluster("orders", "aurora-mysql");
        office.cluster("graph", "neptune");
        office.settings.optIn(Office.ACCOUNT, Office.REGION, "Aurora", false);
        office.settings.optIn(Office.ACCOUNT, Office.REGION, "Neptune", true);
        select(plan(rule("daily", "cron(0 5 ? * * *)", 35)), ALL);

        office.wait(Duration.ofDays(1));

        assertThat(jobs()).extracting(job -> job.resourceType).containsExactly("Neptune");
    }

    @Test
    void backsUpOnceWhatTwoSelectionsTake() {
        office.cluster("orders", "aurora-mysql");
        var plan = plan(rule("daily", "cron(0 5 ? * * *)", 35));
        select(plan, ALL);
        select(plan, "*");

        office.wait(Duration.ofDays(1));

        assertThat(jobs()).hasSize(1);
    }

    @Test
    void restsWhileTheAccountIsSuspended() {
        office.cluster("orders", "aurora-mysql");
        select(plan(rule("daily", "cron(0 5 ? * * *)", 35)), ALL);
        var account = office.organization.account(Office.ACCOUNT).orElseThrow();

        account.state = Organization.AccountState.SUSPENDED;
        office.wait(Duration.ofDays(2));
        assertThat(jobs()).isEmpty();
        account.state = Organization.AccountState.ACTIVE;
        office.wait(Duration.ofDays(2));
        assertThat(jobs()).hasSize(2);
    }

    @Test
    void followsAnUpdateAtOnce() {
        office.cluster("orders", "aurora-mysql");
        var plan = plan(rule("daily", "cron(0 5 ? * * *)", 35));
        select(plan, ALL);
        office.call(
                UpdateBackupPlanRequest.builder()
                        .backupPlanId(plan)
                        .backupPlan(input(rule("daily", "cron(0 7 ? * * *)", 35)))
                        .build());

        office.wait(Duration.ofDays(1));

        assertThat(jobs())
                .extracting(job -> job.createdAt.toString())
                .containsExactly("2026-01-13T07:00:00Z");
    }

    @Test
    void stopsWithItsLastSelection() {
        office.cluster("orders", "aurora-mysql");
        var plan = plan(rule("daily", "cron(0 5 ? * * *)", 35));
        select(plan, ALL);
        var selection =
                office.backup
                        .plans()
                        .find(Office.ACCOUNT, Office.REGION, plan)
                        .orElseThrow()
                        .selections
                        .firstKey();
        office.call(
                DeleteBackupSelectionRequest.builder()
                        .backupPlanId(plan)
                        .selectionId(selection)
                        .build());

        office.wait(Duration.ofDays(2));

        assertThat(jobs()).isEmpty();
    }

    /// The example of AWS's guide: hourly with an hour's window, and every twelve hours with one of eight.
    @Test
    void leavesOverlappingWindowsToTheLongerRetention() {
        office.cluster("orders", "aurora-mysql");
        var hourly = rule("hourly", "cron(0 * ? * * *)", 1);
        var halfDaily =
                rule("half-daily", "cron(0 0,12 ? * * *)", 7).toBuilder()
                        .startWindowMinutes(480L)
                        .build();
        select(plan(hourly, halfDaily), ALL);

        office.time.advanceTo(Instant.parse("2026-01-13T00:00:00Z").minusNanos(1));
        var first = jobs().size();
        office.time.advanceTo(Instant.parse("2026-01-14T00:00:00Z").minusNanos(1));

        var day = jobs().subList(first, jobs().size());
        assertThat(day).filteredOn(job -> Long.valueOf(7).equals(job.deleteAfterDays)).hasSize(2);
        assertThat(day).filteredOn(job -> Long.valueOf(1).equals(job.deleteAfterDays)).hasSize(8);
    }

    private List<BackupJob> jobs() {
        return office.backup.jobs().in(Office.ACCOUNT, Office.REGION);
    }

    private String plan(BackupRuleInput... rules) {
        return office.call(
                        CreateBackupPlanRequest.builder().backupPlan(input(rules)).build(),
                        CreateBackupPlanResponse.class)
                .backupPlanId();
    }

    private static BackupPlanInput input(BackupRuleInput... rules) {
        return BackupPlanInput.builder().backupPlanName("promise").rules(rules).build();
    }

    private static BackupRuleInput rule(String name, String schedule, long days) {
        return BackupRuleInput.builder()
                .ruleName(name)
                .targetBackupVaultName("local")
                .scheduleExpression(schedule)
                .startWindowMinutes(60L)
                .completionWindowMinutes(600L)
                .lifecycle(lifecycle(days))
                .build();
    }

    private static Lifecycle lifecycle(long days) {
        return Lifecycle.builder().deleteAfterDays(days).build();
    }

    private void select(String plan, String resource) {
        office.call(
                CreateBackupSelectionRequest.builder()
                        .backupPlanId(plan)
                        .backupSelection(
                                BackupSelection.builder()
                                        .selectionName("by-" + resource.length())
                                        .iamRoleArn(Office.role())
                                        .resources(resource)
                                        .build())
                        .build());
    }
}
