package secondbackup.attacks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/// What is attempted. Each attack has one or more ways; it succeeds where any does.
enum Attack {
    DELETE_POINT("delete a point") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.backup(target.region())
                            .deleteRecoveryPoint(asked ->
                                    asked.backupVaultName(target.vault())
                                            .recoveryPointArn(target.point())));
        }
    },
    SHORTEN("shorten retention") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.backup(target.region())
                            .updateRecoveryPointLifecycle(asked ->
                                    asked.backupVaultName(target.vault())
                                            .recoveryPointArn(target.point())
                                            .lifecycle(days(1))));
        }
    },
    RELEASE("cancel a legal hold") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return hand.world().backup().holds().in(target.account(), target.region()).stream()
                    .<Way>map(hold ->
                            () ->
                                    hand.backup(target.region())
                                            .cancelLegalHold(asked ->
                                                    asked.legalHoldId(hold.id)
                                                            .cancelDescription("not needed")))
                    .toList();
        }
    },
    UNLOCK("remove or weaken the lock") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(
                    () ->
                            hand.backup(target.region())
                                    .deleteBackupVaultLockConfiguration(
                                            asked -> asked.backupVaultName(target.vault())),
                    () ->
                            hand.backup(target.region())
                                    .putBackupVaultLockConfiguration(asked ->
                                            asked.backupVaultName(target.vault())
                                                    .minRetentionDays(1L)));
        }
    },
    OPEN_VAULT("open the vault policy") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(
                    () ->
                            hand.backup(target.region())
                                    .putBackupVaultAccessPolicy(asked ->
                                            asked.backupVaultName(target.vault()).policy(ALL_IN)),
                    () ->
                            hand.backup(target.region())
                                    .deleteBackupVaultAccessPolicy(
                                            asked -> asked.backupVaultName(target.vault())));
        }
    },
    DELETE_SNAPSHOT("delete the snapshot (RDS)") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.rds(target.region())
                            .deleteDBClusterSnapshot(
                                    asked -> asked.dbClusterSnapshotIdentifier(target.snapshot())));
        }
    },
    SHARE_SNAPSHOT("share the snapshot (RDS)") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.rds(target.region())
                            .modifyDBClusterSnapshotAttribute(asked ->
                                    asked.dbClusterSnapshotIdentifier(target.snapshot())
                                            .attributeName("restore")
                                            .valuesToAdd("999999999999")));
        }
    },
    COPY_SNAPSHOT("copy the snapshot to another Region (RDS)") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() -> Reading.copyElsewhere(hand, target));
        }
    },
    DISABLE_KEY("disable the key") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.kms(target.region()).disableKey(asked -> asked.keyId(target.keyArn())));
        }
    },
    DELETE_KEY("schedule the key's deletion") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.kms(target.region())
                            .scheduleKeyDeletion(
                                    asked -> asked.keyId(target.keyArn()).pendingWindowInDays(7)));
        }
    },
    KEY_POLICY("change the key policy") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() ->
                    hand.kms(target.region())
                            .putKeyPolicy(asked ->
                                    asked.keyId(target.keyArn())
                                            .bypassPolicyLockoutSafetyCheck(true)
                                            .policy(NOBODY_DECRYPTS)));
        }
    },
    TAKE_ROLE("take over a role that copies") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            var role = Impersonation.ours(target.account());
            return List.of(
                    () ->
                            hand.iam()
                                    .updateAssumeRolePolicy(
                                            asked -> asked.roleName(role).policyDocument(ALL_TAKE)),
                    () ->
                            hand.iam()
                                    .putRolePolicy(asked ->
                                            asked.roleName(role)
                                                    .policyName("more")
                                                    .policyDocument(ALL_RIGHTS)));
        }
    },
    IMPERSONATE("take a name that policies exempt") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Impersonation.ofOurs(hand, target);
        }
    },
    BORROW("take over a role of `backupRoles`") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return List.of(() -> Impersonation.ofTheirs(hand, target));
        }
    },
    FILL("fill the vault, kept for long") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Fill.ways(hand);
        }
    },
    DETACH("detach a service control policy") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            var policies = Scp.attached(hand.world());
            return policies.stream()
                    .<Way>map(each ->
                            () ->
                                    hand.organizations()
                                            .detachPolicy(asked ->
                                                    asked.policyId(each.policy())
                                                            .targetId(each.target())))
                    .toList();
        }
    },
    LEAVE("leave the organization") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Ending.leaving(hand, target.account());
        }
    },
    CLOSE("close the account") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Ending.closing(hand, target.account());
        }
    },
    COPY_OUT("copy out") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Stream.of(
                            AttackedWorld.OWN_ROLE,
                            "AWSBackup-second-backup",
                            "AWSBackup-second-backup-recovery")
                    .filter(role ->
                            role.equals(AttackedWorld.OWN_ROLE)
                                    || hand.world().roles().find(hand.account(), role).isPresent())
                    .<Way>map(role -> new CopyWay(hand, target, role, AttackedWorld.OWN_VAULT, 30))
                    .toList();
        }
    },
    READ("read the data: restore or export") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Reading.ways(hand, target);
        }
    },
    SILENCE("silence the alarms") {
        @Override
        List<Way> ways(Hand hand, Target target) {
            return Silencing.ways(hand, target.account());
        }
    };

    private static final String ALL_IN =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},
            "Action":["backup:CopyFromBackupVault","backup:CopyIntoBackupVault"],"Resource":"*"}}\
            """;

    private static final String ALL_TAKE =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}\
            """;

    private static final String ALL_RIGHTS =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}\
            """;

    private static final String NOBODY_DECRYPTS =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:DescribeKey","Resource":"*",
            "Principal":{"AWS":"arn:aws:iam::333333333333:root"}}}\
            """;

    /// One way to go about it.
    ///
    /// Fails: AwsServiceException as AWS refuses it.
    interface Way {
        void go();

        /// A job that was started, whose end decides.
        default Optional<String> job() {
            return Optional.empty();
        }
    }

    private final String title;

    Attack(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Lifecycle days(long days) {
        return Lifecycle.builder().deleteAfterDays(days).build();
    }

    /// @param target what it is about, where it is about a point
    abstract List<Way> ways(Hand hand, Target target);

    /// Whether the kind of the vault has nothing to do with it.
    boolean aboutNoVault() {
        return switch (this) {
            case RELEASE, TAKE_ROLE, IMPERSONATE, BORROW, DETACH, LEAVE, CLOSE, SILENCE -> true;
            default -> false;
        };
    }

    /// Whether a vault has something of its own for it: what lies behind the points of an air-gapped one, snapshots and
    /// key, is in AWS's own hands.
    boolean appliesTo(VaultKind kind) {
        return switch (this) {
            case DELETE_SNAPSHOT,
                    SHARE_SNAPSHOT,
                    COPY_SNAPSHOT,
                    DISABLE_KEY,
                    DELETE_KEY,
                    KEY_POLICY ->
                    kind != VaultKind.AIR_GAPPED;
            default -> true;
        };
    }
}
