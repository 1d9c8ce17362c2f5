package secondbackup.attacks;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import secondbackup.deployed.SmallOrganization;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.s3.Buckets.Bucket;
import secondbackup.simulation.world.SimulatedOrganization;

/// A small organization with its second backup that has lived for some days: copies are in the vault, and a compliance
/// lock is final.
///
/// The attacker was there before: roles of his own that AWS Backup and Amazon RDS may assume, a cluster, a bucket and a
/// key in the vault account, and a vault in the control account that admits every copy. The vault account has a legal hold, of
/// a cluster that is no more.
final class AttackedWorld {
    /// The attacker's own role, in the vault account and in the shop's.
    static final String OWN_ROLE = "AWSBackup-mallory";

    static final String OWN_CLUSTER = "mallory";
    static final String OWN_VAULT =
            "arn:aws:backup:eu-central-1:" + SmallWorld.CONTROL + ":backup-vault:mallory";

    /// In the vault account.
    static final String OWN_BUCKET = "mallory";

    private static final String EVERYTHING =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}\
            """;
    private static final String TRUSTS_SERVICES =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
            "Principal":{"Service":["backup.amazonaws.com","export.rds.amazonaws.com"]}}}\
            """;
    private static final String ADMITS_ALL =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},
            "Action":"backup:CopyIntoBackupVault","Resource":"*"}}\
            """;
    private static final Pattern TRIPWIRE = Pattern.compile("\"text\":\"Tripwire (\\w+) in ");

    private final SmallOrganization small;

    private AttackedWorld(SmallOrganization small) {
        this.small = small;
    }

    static AttackedWorld lived(VaultKind kind) {
        var founded = SmallOrganization.founded();
        founded.putObject("switches").put("lockStopsSnapshotDeletion", false);
        SmallOrganization.clusters(founded, SmallWorld.VAULT, SmallWorld.HOME)
                .add(SmallWorld.cluster(OWN_CLUSTER, "none"));
        var own = OwnEstate.of(kind.title(), kind::into);
        var lived = new AttackedWorld(SmallOrganization.deployed(founded, own));
        lived.settleTheAttacker();
        lived.hold();
        lived.small.pass(kind.settled());
        return lived;
    }

    private void settleTheAttacker() {
        for (var account : List.of(SmallWorld.VAULT, SmallWorld.SHOP)) {
            var role = new Roles.Role(account, OWN_ROLE, "AROAMALLORY" + account, TRUSTS_SERVICES);
            role.policies.put("everything", EVERYTHING);
            world().roles().put(role);
        }
        world().buckets().put(new Bucket(OWN_BUCKET, SmallWorld.VAULT, SmallWorld.HOME));
        Hand.of(world(), SmallWorld.VAULT).kms(Reading.ELSEWHERE).createKey(_ -> {});
        var hand = Hand.of(world(), SmallWorld.CONTROL);
        var key = hand.kms(SmallWorld.HOME).createKey(_ -> {}).keyMetadata().arn();
        var backup = hand.backup(SmallWorld.HOME);
        backup.createBackupVault(asked -> asked.backupVaultName("mallory").encryptionKeyArn(key));
        backup.putBackupVaultAccessPolicy(
                asked -> asked.backupVaultName("mallory").policy(ADMITS_ALL));
    }

    /// As people set one; it holds nothing that the attacks are about.
    private void hold() {
        Hand.of(world(), SmallWorld.VAULT)
                .backup(SmallWorld.HOME)
                .createLegalHold(asked ->
                        asked.title("lawsuit")
                                .description("until the lawsuit is over")
                                .recoveryPointSelection(what ->
                                        what.resourceIdentifiers(
                                                "arn:aws:rds:eu-west-1:"
                                                        + SmallWorld.SHOP
                                                        + ":cluster:former")));
    }

    SmallOrganization small() {
        return small;
    }

    SimulatedOrganization world() {
        return small.world();
    }

    /// The vault's newest copy.
    Target copy() {
        return Target.of(world(), world().vaults().find(SmallWorld.VAULT_ARN).orElseThrow());
    }

    /// The newest point of the account `shop` from which copies are made.
    Target source() {
        return Target.of(
                world(),
                world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .filter(vault -> vault.name.startsWith("second-backup-source-"))
                        .findFirst()
                        .orElseThrow());
    }

    int toldSoFar() {
        return small.told().size();
    }

    /// Tripwires that people were told of since then, sorted.
    SortedSet<String> rung(int since) {
        var rung = new TreeSet<String>();
        for (var message : small.told().subList(since, toldSoFar())) {
            var found = TRIPWIRE.matcher(message);
            while (found.find()) {
                rung.add(found.group(1));
            }
        }
        return rung;
    }
}
