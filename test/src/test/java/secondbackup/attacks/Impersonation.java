package secondbackup.attacks;

import java.util.ArrayList;
import java.util.List;
import secondbackup.attacks.Attack.Way;
import secondbackup.proof.SmallWorld;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/// Ways to be taken for somebody whom a service control policy exempts by the name of a role: such a role is made, or
/// one that is there is taken over, and what the exemption allows is done with it.
///
/// Source: AWS IAM User Guide, "IAM identifiers" (a role's path is part of its ARN, not of its name), read 2026-11-27.
final class Impersonation {
    private static final String STACK_SETS = "stacksets-exec-mallory";
    private static final String RECOVERY = "AWSBackup-second-backup-recovery";
    private static final String THEIRS = "AWSBackupDefaultServiceRole";
    private static final String ALL_RIGHTS =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}\
            """;

    private Impersonation() {}

    /// As the role that StackSets have in every account, whatever its path, and as the one that recovers.
    static List<Way> ofOurs(Hand hand, Target target) {
        var ways = new ArrayList<Way>();
        ways.add(() -> deleteSnapshot(become(hand, "/", RECOVERY), target));
        if (hand.account().equals(target.account())) {
            ways.add(() -> changeOurRole(become(hand, "/", STACK_SETS), target));
            ways.add(() -> openVault(become(hand, "/mallory/", STACK_SETS + "-2"), target));
            hand.world().roles().of(hand.account()).stream()
                    .filter(role -> role.name.startsWith("stacksets-exec-"))
                    .filter(role -> !role.name.startsWith(STACK_SETS))
                    .forEach(role ->
                            ways.add(() ->
                                    hand.iam()
                                            .updateAssumeRolePolicy(asked ->
                                                    asked.roleName(role.name)
                                                            .policyDocument(trust(hand)))));
        }
        return ways;
    }

    /// As a role that `estate.json` names under `backupRoles`: people made it, and may change it.
    static void ofTheirs(Hand hand, Target target) {
        deleteSnapshot(become(hand, "/service-role/", THEIRS), target);
    }

    /// The role that copies in an account, by the name that policies have for it.
    static String ours(String account) {
        return account.equals(SmallWorld.VAULT) ? RECOVERY : "AWSBackup-second-backup";
    }

    /// Makes a role, or takes over the one of that name, with every right.
    private static Hand become(Hand hand, String path, String name) {
        try {
            hand.iam()
                    .createRole(asked ->
                            asked.roleName(name).path(path).assumeRolePolicyDocument(trust(hand)));
        } catch (EntityAlreadyExistsException _) {
            hand.iam()
                    .updateAssumeRolePolicy(
                            asked -> asked.roleName(name).policyDocument(trust(hand)));
        }
        hand.iam()
                .putRolePolicy(
                        asked -> asked.roleName(name).policyName("all").policyDocument(ALL_RIGHTS));
        // Whoever got so far has, or makes himself, a user that may take roles; a root user may
        // not.
        return Hand.of(hand.world(), hand.account())
                .assume(hand.account(), path.substring(1) + name);
    }

    private static String trust(Hand hand) {
        return """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
        "Principal":{"AWS":"arn:aws:iam::%s:root"}}}\
        """
                .formatted(hand.account());
    }

    private static void deleteSnapshot(Hand as, Target target) {
        as.rds(target.region())
                .deleteDBClusterSnapshot(
                        asked -> asked.dbClusterSnapshotIdentifier(target.snapshot()));
    }

    private static void changeOurRole(Hand as, Target target) {
        as.iam()
                .putRolePolicy(asked ->
                        asked.roleName(ours(target.account()))
                                .policyName("more")
                                .policyDocument(ALL_RIGHTS));
    }

    private static void openVault(Hand as, Target target) {
        as.backup(target.region())
                .deleteBackupVaultAccessPolicy(asked -> asked.backupVaultName(target.vault()));
    }
}
