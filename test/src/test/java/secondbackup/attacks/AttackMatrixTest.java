package secondbackup.attacks;

import org.junit.jupiter.api.Test;

final class AttackMatrixTest {
    @Test
    void tries() {
        for (var name : System.getenv("KINDS").split(",")) { var kind = VaultKind.valueOf(name);
            var t = System.nanoTime();
            var world = AttackedWorld.lived(kind.policies(kind.name(), files -> files), java.time.Duration.ofHours(kind == VaultKind.COMPLIANCE ? 84 : 36));
            System.out.println(kind + " lived " + (System.nanoTime() - t) / 1000000);
            System.out.println(world.gaps());
            var matrix = new Matrix(world, kind);
            for (var actor : Actor.values()) {
                t = System.nanoTime();
                for (var attack : Attack.values()) {
                    String cell;
                    try {
                        cell = matrix.cell(actor, attack);
                    } catch (RuntimeException | AssertionError e) {
                        cell = "ERR " + e;
                    }
                    System.out.println(kind + " | " + actor + " | " + attack + " | " + cell);
                }
                System.out.println("   " + (System.nanoTime() - t) / 1000000);
            }
        }
    }
}
