package secondbackup.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Every attack by every actor against every kind of vault, and that the matrix could come out otherwise.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AttackMatrixTest {
    private static final Path README = Path.of("..", "README.md");

    /// The table is data for readers: on a difference, this prints the one that is true now.
    @Test
    @Order(1)
    void theReadmeSaysWhatHappens() {
        var table = new SecurityTable();
        for (var kind : VaultKind.values()) {
            var matrix = new Matrix(AttackedWorld.lived(kind));
            for (var actor : Actor.values()) {
                for (var attack : Attack.values()) {
                    if (SecurityTable.tried(kind, actor, attack)) {
                        table.put(kind, actor, attack, matrix.cell(actor, attack));
                    }
                }
            }
        }

        assertThat(PolicyText.of(README)).contains(table.text());
    }

    /// In a vault in governance mode, where no lock stands behind the policies.
    @Test
    @Order(2)
    void withoutAStatementTheMatrixIsAnother() {
        var attacked = AttackedWorld.lived(VaultKind.GOVERNANCE);
        var matrix = new Matrix(attacked);
        var organization = attacked.world().organization();
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DELETE_POINT)).isEqualTo("S!");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DISABLE_KEY)).isEqualTo("S!");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.SILENCE)).isEqualTo("S!");

        Scp.without(organization, "VaultAndCopiesStay");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DELETE_POINT)).isEqualTo("V!");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.UNLOCK)).isEqualTo("**yes** VaultChanged");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DISABLE_KEY)).isEqualTo("S!");

        Scp.without(organization, "KeysStay");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DISABLE_KEY)).isEqualTo("K!");

        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.TAKE_ROLE)).isEqualTo("S!");
        Scp.without(organization, "OurRolesStay");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.TAKE_ROLE))
                .isEqualTo("**yes** VaultAccountOpened");

        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.READ)).isEqualTo("S!");
        Scp.without(organization, "NobodyReadsCopiesHere");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.READ))
                .isEqualTo("**yes** CopiedOut, CopyRead");

        Scp.without(organization, "TripwiresAndAlarmsSpeak");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.SILENCE)).isEqualTo("**yes** R");

        var vault = attacked.world().vaults().find(attacked.copy().vaultArn()).orElseThrow();
        vault.accessPolicy = Denies.without(vault.accessPolicy, "NobodyDeletesShortensOrUnlocks");
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DELETE_POINT)).isEqualTo("L!");
        vault.lock = null;
        assertThat(matrix.cell(Actor.VAULT_ADMIN, Attack.DELETE_POINT))
                .isEqualTo("**yes** PointsTouched");
    }
}
