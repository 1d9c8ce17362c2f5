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
            var matrix = new Matrix(AttackedWorld.lived(kind), kind);
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
}
