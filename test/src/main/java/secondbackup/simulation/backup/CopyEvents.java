package secondbackup.simulation.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.events.Events.Event;

/// The events of copy jobs, as irregular as AWS shows them: the first lacks even the job's id, a missing
/// ARN is an empty object, the size is a number here and a string elsewhere.
///
/// Source: AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge", Copy Job
/// events, read 2026-11-22.
final class CopyEvents {
    private final CopyWorld world;

    CopyEvents(CopyWorld world) {
        this.world = world;
    }

    void changed(CopyJob job) {
        emit(job, job.account, job.region);
        if (world.switches().copyEventsInVaultAccount() && elsewhere(job)) {
            emit(job, job.targetAccount(), job.targetRegion());
        }
    }

    private static boolean elsewhere(CopyJob job) {
        return job.crossesAccounts() || job.crossesRegions();
    }

    private void emit(CopyJob job, String account, String region) {
        var detail = job.state.equals("CREATED") ? created(job) : later(job);
        var about = List.of(job.sourcePointArn);
        world.around()
                .events()
                .emit(new Event(account, region, "Copy Job State Change", about, detail));
    }

    private static ObjectNode created(CopyJob job) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("creationDate", BackupEvents.date(job.createdAt))
                .put("state", job.state)
                .put("sourceBackupVaultArn", job.sourceVaultArn)
                .put("destinationBackupVaultArn", job.targetVaultArn);
    }

    private static ObjectNode later(CopyJob job) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("copyJobId", job.id);
        detail.put("backupSizeInBytes", 0);
        detail.put("creationDate", BackupEvents.date(job.createdAt));
        detail.put("iamRoleArn", job.roleArn);
        detail.put("resourceArn", job.resourceArn);
        detail.put("resourceType", job.resourceType);
        detail.put("sourceBackupVaultArn", job.sourceVaultArn);
        detail.put("state", job.state);
        if (!job.message.isEmpty()) {
            detail.put("statusMessage", job.message);
        }
        var completedAt = job.completedAt;
        if (completedAt != null) {
            detail.put("completionDate", BackupEvents.date(completedAt));
        }
        detail.put("destinationBackupVaultArn", job.targetVaultArn);
        if (job.targetPointArn.isEmpty()) {
            detail.putObject("destinationRecoveryPointArn");
        } else {
            detail.put("destinationRecoveryPointArn", job.targetPointArn);
        }
        // Jobs on demand lack the field altogether.
        BackupEvents.creator(detail, job.createdBy);
        return detail;
    }
}
