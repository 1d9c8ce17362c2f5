package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.kms.KeyPolicies;
import secondbackup.simulation.kms.Keys;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.backup.model.CreateBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.CreateLogicallyAirGappedBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.EncryptionKeyType;
import software.amazon.awssdk.services.backup.model.GetBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.GetBackupVaultAccessPolicyResponse;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupVaultsResponse;
import software.amazon.awssdk.services.backup.model.PutBackupVaultAccessPolicyRequest;
import software.amazon.awssdk.services.backup.model.VaultType;

final class VaultOperationsTest {
    private static final String KEY = "arn:aws:kms:eu-north-1:111122223333:key/1";
    private final Office office = Office.likely();

    @Test
    void showsAVaultUnderACustomersKey() {
        create("second", KEY);

        var vault = describe("second");

        assertThat(vault.encryptionKeyArn()).isEqualTo(KEY);
        assertThat(vault.encryptionKeyType()).isEqualTo(EncryptionKeyType.CUSTOMER_MANAGED_KMS_KEY);
        assertThat(vault.vaultType()).isEqualTo(VaultType.BACKUP_VAULT);
        assertThat(vault.vaultStateAsString()).isEqualTo("AVAILABLE");
        assertThat(vault.locked()).isFalse();
        assertThat(vault.lockDate()).isNull();
        assertThat(vault.numberOfRecoveryPoints()).isZero();
    }

    @Test
    void letsAKeysOwnPolicyDecideWhoMakesAVaultUnderIt() {
        var asked = vault("second").toBuilder().encryptionKeyArn(KEY).build();
        assertThat(allowed(asked)).isFalse();

        var policy = KeyPolicies.standard(Office.ACCOUNT);
        var key = new Keys.Key(Office.ACCOUNT, Office.REGION, "1", Keys.Manager.CUSTOMER, policy);
        office.keys.put(key);
        assertThat(allowed(asked)).isTrue();

        key.policy = policy.replace(Office.ACCOUNT, Office.MANAGEMENT);
        assertThat(allowed(asked)).isFalse();
    }

    private boolean allowed(CreateBackupVaultRequest asked) {
        var administrator = new Principal.Administrator(Office.ACCOUNT);
        return office.rights(asked).stream()
                .map(right -> office.access.decide(administrator, Office.REGION, right))
                .allMatch(Decision::allowed);
    }

    @Test
    void usesAwsBackupsKeyWhereNoneIsNamed() {
        var vault = describe("local");

        assertThat(office.keys.find(vault.encryptionKeyArn()).orElseThrow().alias)
                .isEqualTo("aws/backup");
        assertThat(vault.encryptionKeyType()).isNull();
    }

    @Test
    void deniesAccessToAVaultThatIsNotThereOrSaysSo() {
        var nowhere = DescribeBackupVaultRequest.builder().backupVaultName("nowhere").build();

        var denial = office.refusal(nowhere);
        assertThat(denial.code()).isEqualTo("AccessDeniedException");
        assertThat(denial.message()).isEqualTo("Insufficient privileges to perform this action.");
        var frank = new Office(Worlds.with("missingVaultsAreDenied", false));
        assertThat(frank.refusal(nowhere).code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void locksAnAirGappedVaultFromItsFirstMoment() {
        office.call(airGapped(7L, 90L));

        var vault = describe("gapped");

        assertThat(vault.locked()).isTrue();
        assertThat(vault.lockDate()).isEqualTo(vault.creationDate());
        assertThat(vault.minRetentionDays()).isEqualTo(7);
        assertThat(vault.maxRetentionDays()).isEqualTo(90);
        assertThat(vault.encryptionKeyType()).isEqualTo(EncryptionKeyType.AWS_OWNED_KMS_KEY);
        assertThat(vault.vaultStateAsString()).isEqualTo("CREATING");
        office.wait(Duration.ofMinutes(2));
        assertThat(describe("gapped").vaultStateAsString()).isEqualTo("AVAILABLE");
    }

    @Test
    void refusesAnAirGappedVaultOfLessThanSevenDays() {
        assertThat(office.refusal(airGapped(6L, 90L)).code())
                .isEqualTo("InvalidParameterValueException");
        assertThat(office.refusal(airGapped(8L, 7L)).code())
                .isEqualTo("InvalidParameterValueException");
        assertThat(office.refusal(airGapped(7L, null)).code())
                .isEqualTo("MissingParameterValueException");
        office.call(airGapped(7L, 7L));
    }

    @Test
    void refusesNamesThatAreTakenOrWrong() {
        assertThat(office.refusal(vault("local")).code()).isEqualTo("AlreadyExistsException");
        assertThat(office.refusal(vault("a")).code()).isEqualTo("InvalidParameterValueException");
        assertThat(office.refusal(vault("a.b")).code()).isEqualTo("InvalidParameterValueException");
    }

    @Test
    void refusesVaultThreeHundredAndOne() {
        for (var number = 1; number < 300; number++) {
            office.call(vault("vault" + number));
        }

        assertThat(office.refusal(vault("one-more")).code()).isEqualTo("LimitExceededException");
    }

    @Test
    void deletesAVaultOnlyWhenItIsEmpty() {
        var delete = DeleteBackupVaultRequest.builder().backupVaultName("local").build();
        var point = office.point(office.vault("local"), "1", Office.START);

        assertThat(office.refusal(delete).message())
                .isEqualTo("Backup vault cannot be deleted because it contains recovery points.");

        office.vault("local").points.remove(point.arn);
        office.call(delete);
        assertThat(office.refusal(delete).code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void listsVaultsPageByPage() {
        for (var name : List.of("c", "b", "a")) {
            create("vault-" + name, KEY);
        }
        office.call(airGapped(7L, 90L));

        var first = list(ListBackupVaultsRequest.builder().maxResults(2).build());
        var second =
                list(
                        ListBackupVaultsRequest.builder()
                                .maxResults(3)
                                .nextToken(first.nextToken())
                                .build());

        assertThat(names(first)).containsExactly("gapped", "local");
        assertThat(names(second)).containsExactly("vault-a", "vault-b", "vault-c");
        assertThat(second.nextToken()).isNull();
        var gapped =
                ListBackupVaultsRequest.builder()
                        .byVaultType(VaultType.LOGICALLY_AIR_GAPPED_BACKUP_VAULT)
                        .build();
        assertThat(names(list(gapped))).containsExactly("gapped");
    }

    @Test
    void listsAHundredUnlessAskedOtherwise() {
        for (var number = 1; number < 101; number++) {
            create("vault" + number, KEY);
        }

        var usual = list(ListBackupVaultsRequest.builder().build());
        assertThat(usual.backupVaultList()).hasSize(100);
        assertThat(usual.nextToken()).isNotNull();
        var all = list(ListBackupVaultsRequest.builder().maxResults(1000).build());
        assertThat(all.backupVaultList()).hasSize(101);
        assertThat(all.nextToken()).isNull();
    }

    @Test
    void keepsAnAccessPolicy() {
        var policy =
                """
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Resource": "*",
                "Action": "backup:CopyIntoBackupVault"}]}\
                """;
        var get = GetBackupVaultAccessPolicyRequest.builder().backupVaultName("local").build();
        var delete =
                DeleteBackupVaultAccessPolicyRequest.builder().backupVaultName("local").build();

        assertThat(office.refusal(get).code()).isEqualTo("ResourceNotFoundException");
        office.call(put(policy));
        assertThat(office.call(get, GetBackupVaultAccessPolicyResponse.class).policy())
                .isEqualTo(policy);
        office.call(delete);
        assertThat(office.refusal(delete).code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void refusesWildcardsInTheActionsOfAPolicy() {
        for (var action : List.of("\"backup:*\"", "\"*\"", "[\"backup:Copy*\"]")) {
            var policy =
                    """
                    {"Statement": [{"Effect": "Deny", "Principal": "*", "Resource": "*",
                    "Action": %s}]}\
                    """
                            .formatted(action);
            assertThat(office.refusal(put(policy)).code())
                    .isEqualTo("InvalidParameterValueException");
        }
        assertThat(office.refusal(put("{")).code()).isEqualTo("InvalidParameterValueException");
    }

    @Test
    void closesAVaultToOtherAccountsWhateverItsPolicySays() {
        office.vault("local").accessPolicy =
                """
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Resource": "*",
                "Action": "backup:DescribeBackupVault"}]}\
                """;
        var asked =
                DescribeBackupVaultRequest.builder()
                        .backupVaultName("local")
                        .backupVaultAccountId(Office.ACCOUNT)
                        .build();

        assertThat(office.refusal(Office.MANAGEMENT, asked).code())
                .isEqualTo("AccessDeniedException");
        office.call(asked);
    }

    @Test
    void guardsItsCallsWithTheVaultsPolicy() {
        office.vault("local").accessPolicy = "the policy";
        var asked = DescribeBackupVaultRequest.builder().backupVaultName("local").build();

        assertThat(office.rights(asked))
                .containsExactly(
                        AccessRequest.of("backup:DescribeBackupVault", office.vault("local").arn())
                                .guardedBy("the policy", Office.ACCOUNT));
    }

    private void create(String name, String keyArn) {
        office.call(vault(name).toBuilder().encryptionKeyArn(keyArn).build());
    }

    private static CreateBackupVaultRequest vault(String name) {
        return CreateBackupVaultRequest.builder().backupVaultName(name).build();
    }

    private static CreateLogicallyAirGappedBackupVaultRequest airGapped(
            long least, @org.jspecify.annotations.Nullable Long most) {
        return CreateLogicallyAirGappedBackupVaultRequest.builder()
                .backupVaultName("gapped")
                .minRetentionDays(least)
                .maxRetentionDays(most)
                .build();
    }

    private DescribeBackupVaultResponse describe(String name) {
        return office.call(
                DescribeBackupVaultRequest.builder().backupVaultName(name).build(),
                DescribeBackupVaultResponse.class);
    }

    private ListBackupVaultsResponse list(ListBackupVaultsRequest asked) {
        return office.call(asked, ListBackupVaultsResponse.class);
    }

    private static List<String> names(ListBackupVaultsResponse page) {
        return page.backupVaultList().stream().map(BackupVaultListMember::backupVaultName).toList();
    }

    private static PutBackupVaultAccessPolicyRequest put(String policy) {
        return PutBackupVaultAccessPolicyRequest.builder()
                .backupVaultName("local")
                .policy(policy)
                .build();
    }
}
