package secondbackup.attacks;

import java.util.ArrayList;
import java.util.List;
import secondbackup.attacks.Attack.Way;
import secondbackup.proof.SmallWorld;

/// Ways to fill the vault with what nobody can delete for long: as long as its lock allows, and longer.
final class Fill {
    private static final long LONGEST = 400;
    private static final long BEYOND = 36_500;

    private Fill() {}

    static List<Way> ways(Hand hand) {
        var ways = new ArrayList<Way>();
        ways.add(() -> backUp(hand));
        if (hand.account().equals(SmallWorld.SHOP)) {
            for (var days : List.of(BEYOND, LONGEST)) {
                ways.add(
                        new CopyWay(
                                hand,
                                source(hand),
                                "AWSBackup-second-backup",
                                SmallWorld.VAULT_ARN,
                                days));
            }
        }
        return ways;
    }

    private static Target source(Hand hand) {
        return Target.of(
                hand.world(),
                hand.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .filter(vault -> vault.name.startsWith("second-backup-source-"))
                        .findFirst()
                        .orElseThrow());
    }

    private static void backUp(Hand hand) {
        var account = hand.account();
        hand.backup(SmallWorld.HOME)
                .startBackupJob(asked ->
                        asked.backupVaultName("second-backup")
                                .resourceArn(
                                        "arn:aws:rds:eu-central-1:"
                                                + account
                                                + ":cluster:"
                                                + AttackedWorld.OWN_CLUSTER)
                                .iamRoleArn(
                                        "arn:aws:iam::"
                                                + account
                                                + ":role/"
                                                + AttackedWorld.OWN_ROLE)
                                .lifecycle(Attack.days(LONGEST)));
    }
}
