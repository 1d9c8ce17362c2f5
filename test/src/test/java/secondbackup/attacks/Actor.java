package secondbackup.attacks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.world.SimulatedOrganization;

/// Who attacks, and with which credentials: an administrator of an account, its root user, or whoever got hold of a role.
enum Actor {
    SOURCE_ADMIN("source admin"),
    SOURCE_ADMIN_AT_HOME("source admin, own points"),
    VAULT_ADMIN("vault admin"),
    VAULT_ROOT("vault root"),
    CONTROL_ADMIN("control admin"),
    SURVEY_ROLE("survey role"),
    COPY_ROLE("copy role"),
    LAMBDA_ROLE("Lambda role"),
    RECOVERY_ROLE("recovery role"),
    /// Last, for it detaches the service control policies before it goes on.
    MANAGEMENT_ADMIN("management admin");

    private final String title;

    Actor(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// Everything that the actor can become, the actor first.
    List<Hand> hands(SimulatedOrganization world) {
        return switch (this) {
            case SOURCE_ADMIN, SOURCE_ADMIN_AT_HOME -> List.of(Hand.of(world, SmallWorld.SHOP));
            case VAULT_ADMIN -> List.of(Hand.of(world, SmallWorld.VAULT));
            case VAULT_ROOT ->
                    List.of(new Hand(world, SmallWorld.VAULT, "ROOT" + SmallWorld.VAULT));
            case CONTROL_ADMIN -> controlHands(world);
            case SURVEY_ROLE ->
                    List.of(stolen(world, SmallWorld.SHOP, "second-backup-member-survey"));
            case COPY_ROLE -> List.of(stolen(world, SmallWorld.SHOP, "second-backup-member-copy"));
            case LAMBDA_ROLE -> lambdaHands(world);
            case RECOVERY_ROLE ->
                    List.of(stolen(world, SmallWorld.VAULT, "second-backup-recovery"));
            case MANAGEMENT_ADMIN -> managementHands(world);
        };
    }

    private static Hand stolen(SimulatedOrganization world, String account, String role) {
        if (world.roles().find(account, role).isEmpty()) {
            throw new AssertionError("no role " + role + " in " + account);
        }
        var session = new Principal.RoleSession(account, role, "mallory", "");
        return new Hand(
                world, account, world.sessions().open(session, Duration.ofHours(12)).accessKeyId());
    }

    /// Whoever has any of the Lambdas' roles may have them all: Copy's becomes the others.
    private static List<Hand> lambdaHands(SimulatedOrganization world) {
        var copy = stolen(world, SmallWorld.CONTROL, "second-backup-copy");
        return List.of(
                copy,
                copy.assume(SmallWorld.SHOP, "second-backup-member-copy"),
                copy.assume(SmallWorld.VAULT, "second-backup-vault-reader"),
                stolen(world, SmallWorld.CONTROL, "second-backup-verify"),
                stolen(world, SmallWorld.CONTROL, "second-backup-notify"));
    }

    /// Runs any code under the Lambdas' roles.
    private static List<Hand> controlHands(SimulatedOrganization world) {
        var hands = new ArrayList<Hand>();
        hands.add(Hand.of(world, SmallWorld.CONTROL));
        hands.addAll(lambdaHands(world));
        return hands;
    }

    private static List<Hand> managementHands(SimulatedOrganization world) {
        var own = Hand.of(world, SmallWorld.MANAGEMENT);
        return List.of(
                own,
                own.assume(SmallWorld.VAULT, "OrganizationAccountAccessRole"),
                own.assume(SmallWorld.SHOP, "OrganizationAccountAccessRole"));
    }
}
