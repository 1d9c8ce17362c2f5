package secondbackup.attacks;

import java.util.Optional;
import secondbackup.attacks.Attack.Way;

/// A copy job; its end decides.
final class CopyWay implements Way {
    private final Hand hand;
    private final Target from;
    private final String role;
    private final String to;
    private final long days;
    private String id = "";

    /// @param role name of the role that is passed
    /// @param to ARN of a vault
    CopyWay(Hand hand, Target from, String role, String to, long days) {
        this.hand = hand;
        this.from = from;
        this.role = role;
        this.to = to;
        this.days = days;
    }

    @Override
    public void go() {
        var started =
                hand.backup(from.region())
                        .startCopyJob(asked ->
                                asked.sourceBackupVaultName(from.vault())
                                        .recoveryPointArn(from.point())
                                        .destinationBackupVaultArn(to)
                                        .iamRoleArn(
                                                "arn:aws:iam::" + hand.account() + ":role/" + role)
                                        .lifecycle(Attack.days(days)));
        id = started.copyJobId();
    }

    @Override
    public Optional<String> job() {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
