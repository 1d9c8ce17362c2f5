package secondbackup.simulation.kms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.physics.Chance;

final class KeysTest {
    private static final List<String> READ = List.of("kms:DescribeKey", "kms:CreateGrant");
    private static final String READS_KEYS =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:ListKeys","Resource":"*"}}
            """;
    private static final String VIA = "rds.eu-west-1.amazonaws.com";
    private static final String CLOSED =
            "KMS key is either disabled or pending deletion or access to KMS key is denied";

    private final KmsFixture kms = new KmsFixture();
    private final Keys.Key key = kms.key("app");

    @Test
    void isUsableByTheAdministratorOfItsAccount() {
        assertThat(use()).isEqualTo(new Decision.Allowed());
    }

    @Test
    void isClosedWhileDisabledOrPendingDeletionAndOpenAgainAfterwards() {
        key.state = Keys.State.DISABLED;
        assertThat(use()).isEqualTo(new Decision.Denied(CLOSED));
        key.state = Keys.State.PENDING_DELETION;
        assertThat(use()).isEqualTo(new Decision.Denied(CLOSED));
        key.state = Keys.State.ENABLED;
        assertThat(use().allowed()).isTrue();
    }

    @Test
    void doesNotExistOnceItIsDeleted() {
        kms.keys.remove(key);

        assertThat(use()).isEqualTo(new Decision.Denied("Given key ID does not exist"));
    }

    @Test
    void isClosedToWhoeverItsPolicyDoesNotName() {
        key.policy = KeyPolicies.standard("333333333333");

        assertThat(use()).isEqualTo(new Decision.Denied(CLOSED));
    }

    @Test
    void admitsTheBackupOfTheVaultAccountOnlyWhereItsPolicySaysSo() {
        var receiver = KmsFixture.backup(KmsFixture.OTHER);
        assertThat(kms.keys.use(receiver, key.arn(), READ, VIA).allowed()).isFalse();

        key.policy = stock("key-admits-vault-account");

        assertThat(kms.keys.use(receiver, key.arn(), READ, VIA).allowed()).isTrue();
        assertThat(kms.keys.use(receiver, key.arn(), READ, "").allowed())
                .as("grants outside of a service")
                .isFalse();
        assertThat(kms.keys.use(KmsFixture.backup("333333333333"), key.arn(), READ, VIA).allowed())
                .isFalse();
    }

    @Test
    void keepsTheAwsManagedKeyToItsAccountAndItsService() {
        var managed =
                new AwsManagedKeys(kms.keys, new Chance(1), kms.time)
                        .of(KmsFixture.OWNER, KmsFixture.REGION, "rds");
        var mine = KmsFixture.administrator(KmsFixture.OWNER);

        assertThat(kms.keys.use(mine, managed.arn(), READ, VIA).allowed()).isTrue();
        assertThat(kms.keys.use(mine, managed.arn(), READ, "ec2.eu-west-1.amazonaws.com").allowed())
                .isFalse();
        assertThat(
                        kms.keys
                                .use(KmsFixture.backup(KmsFixture.OTHER), managed.arn(), READ, VIA)
                                .allowed())
                .isFalse();
    }

    @Test
    void isUsableThroughAGrantUntilTheGrantIsGone() {
        var role = kms.role("Reader", READS_KEYS);
        var decrypt = List.of("kms:Decrypt");
        var grant =
                new Grants.Grant(
                        "g1",
                        "",
                        key.arn(),
                        "arn:aws:iam::111111111111:role/Reader",
                        "",
                        KmsFixture.OWNER,
                        List.of("Decrypt"),
                        kms.time.instant());
        assertThat(kms.keys.use(role, key.arn(), decrypt, VIA).allowed()).isFalse();

        kms.keys.grants().put(grant);
        assertThat(kms.keys.use(role, key.arn(), decrypt, VIA).allowed()).isTrue();
        assertThat(kms.keys.use(role, key.arn(), READ, VIA).allowed()).isFalse();

        kms.keys.grants().remove(grant);
        assertThat(kms.keys.use(role, key.arn(), decrypt, VIA).allowed()).isFalse();
    }

    private Decision use() {
        var administrator = KmsFixture.administrator(KmsFixture.OWNER);
        return kms.keys.use(administrator, key.arn(), READ, VIA);
    }

    private static String stock(String name) {
        return KeyPolicies.read(name)
                .replace("${account}", KmsFixture.OWNER)
                .replace("${vaultAccount}", KmsFixture.OTHER);
    }
}
