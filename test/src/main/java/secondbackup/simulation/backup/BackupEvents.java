package secondbackup.simulation.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.BackupJobs.BackupJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.events.Events;
import secondbackup.simulation.events.Events.Event;
import software.amazon.awssdk.services.backup.model.RecoveryPointCreator;

/// The events of backup jobs, recovery points, vaults, plans and settings, field by field as AWS shows
/// them: sizes and `isEncrypted` are strings, failures carry extra quotes, `calculatedLifeCycle` has its
/// odd capital, and an event of a job just created tells next to nothing.
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge", read
/// 2026-11-22.
final class BackupEvents {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Events events;

    BackupEvents(Events events) {
        this.events = events;
    }

    void job(BackupJob job) {
        var detail = node().put("backupJobId", job.id).put("state", job.state);
        detail.put("creationDate", date(job.createdAt));
        if (!job.state.equals("CREATED")) {
            describe(job, detail);
        }
        var resources = job.state.equals("COMPLETED") ? List.of(job.pointArn) : List.<String>of();
        emit(job.account, job.region, "Backup Job State Change", resources, detail);
    }

    private static void describe(BackupJob job, ObjectNode detail) {
        detail.put("backupVaultArn", job.vaultArn());
        detail.put("backupVaultName", job.vaultName);
        detail.put("bytesTransferred", "0");
        detail.put("iamRoleArn", job.roleArn);
        detail.put("resourceArn", job.resourceArn);
        detail.put("resourceType", job.resourceType);
        detail.put("startBy", date(job.startBy));
        detail.put("percentDone", job.state.equals("COMPLETED") ? 100 : 0);
        detail.put("retryCount", job.retries);
        if (!job.message.isEmpty()) {
            detail.put("statusMessage", '"' + job.message + '"');
        }
        date(detail, "completionDate", job.completedAt);
        creator(detail, job.createdBy);
    }

    void point(Vault vault, RecoveryPoint point) {
        var detail = node();
        detail.put("backupVaultName", vault.name);
        detail.put("backupVaultArn", vault.arn());
        detail.put("creationDate", date(point.createdAt));
        detail.put("iamRoleArn", point.roleArn);
        detail.put("resourceType", point.resourceType);
        detail.put("resourceArn", point.resourceArn);
        detail.put("status", point.status);
        detail.put("isEncrypted", String.valueOf(point.encrypted));
        detail.put("storageClass", "WARM");
        date(detail, "completionDate", point.completedAt);
        creator(detail, point.createdBy);
        var days = point.deleteAfterDays;
        if (days != null) {
            detail.putObject("lifecycle").put("deleteAfterDays", days);
        }
        point.expiresAt()
                .ifPresent(at -> detail.putObject("calculatedLifeCycle").put("deleteAt", date(at)));
        var kind = "Recovery Point State Change";
        emit(vault.account, vault.region, kind, List.of(point.arn), detail);
    }

    void vault(Vault vault, String state) {
        var detail = node().put("backupVaultName", vault.name).put("state", state);
        if (state.equals("MODIFIED")) {
            detail.put("isLocked", String.valueOf(vault.locked()));
        }
        var kind = "Backup Vault State Change";
        emit(vault.account, vault.region, kind, List.of(vault.arn()), detail);
    }

    void plan(Plans.Plan plan, String state, String dateField, Instant at) {
        var detail = node().put("backupPlanId", plan.id).put("versionId", plan.versionId);
        detail.put(dateField, date(at)).put("state", state);
        var kind = "Backup Plan State Change";
        emit(plan.account, plan.region, kind, List.of(plan.arn()), detail);
    }

    void regionSetting(String account, String region, ObjectNode optIns, Instant at) {
        var detail = node().put("modifiedAt", date(at));
        detail.set("ResourceTypeOptInPreference", optIns);
        detail.put("state", "MODIFIED");
        emit(account, region, "Region Setting State Change", List.of(), detail);
    }

    private void emit(
            String account, String region, String kind, List<String> about, ObjectNode detail) {
        events.emit(new Event(account, region, kind, about, detail));
    }

    static void creator(ObjectNode detail, @Nullable RecoveryPointCreator creator) {
        if (creator != null) {
            detail.putObject("createdBy")
                    .put("backupPlanId", creator.backupPlanId())
                    .put("backupPlanArn", creator.backupPlanArn())
                    .put("backupPlanVersion", creator.backupPlanVersion())
                    .put("backupPlanRuleId", creator.backupRuleId());
        }
    }

    private static void date(ObjectNode detail, String field, @Nullable Instant at) {
        if (at != null) {
            detail.put(field, date(at));
        }
    }

    static String date(Instant at) {
        return MILLISECONDS.format(at);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
