package secondbackup.simulation.backup;

import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal.PassedRole;
import secondbackup.simulation.iam.Principal.ServiceLinkedRole;

/// The role passed to a copy job, as AWS Backup wears it, and the service-linked role that receives.
final class CopyRole {
    static final String SERVICE_LINKED = "AWSServiceRoleForBackup";

    private final CopyWorld world;

    CopyRole(CopyWorld world) {
        this.world = world;
    }

    /// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts" ("The act of copying
    /// is performed by your destination account's service linked role"), read 2026-11-22.
    static ServiceLinkedRole receiver(CopyJob job) {
        return new ServiceLinkedRole(job.targetAccount(), SERVICE_LINKED, ServiceRole.SERVICE);
    }

    static PassedRole principal(CopyJob job) {
        return ServiceRole.passed(job.roleArn, account(job.roleArn));
    }

    static String account(String roleArn) {
        return roleArn.split(":", 6)[4];
    }

    /// Whether the role is there and lets AWS Backup in.
    boolean assumable(CopyJob job) {
        var account = account(job.roleArn);
        return ServiceRole.assumable(world.around(), job.roleArn, account, job.region);
    }

    /// Whether the target account has the role that receives copies.
    boolean received(CopyJob job) {
        return world.roles().find(job.targetAccount(), SERVICE_LINKED).isPresent();
    }

    Decision may(CopyJob job, String region, AccessRequest request) {
        return world.access().decide(principal(job), region, request);
    }
}
