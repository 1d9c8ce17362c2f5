package secondbackup.attacks;

import java.util.ArrayList;
import java.util.List;
import secondbackup.attacks.Attack.Way;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.organizations.Organization.AccountState;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.account.model.AccountException;

/// Ways in which an account ends or leaves.
final class Ending {
    private Ending() {}

    static List<Way> leaving(Hand hand, String account) {
        var ways = new ArrayList<Way>();
        ways.add(() ->
                hand.organizations()
                        .removeAccountFromOrganization(asked -> asked.accountId(account)));
        if (hand.account().equals(account)) {
            ways.add(() -> hand.organizations().leaveOrganization(_ -> {}));
        }
        return ways;
    }

    /// From the management account, or by the account itself on the console.
    static List<Way> closing(Hand hand, String account) {
        var ways = new ArrayList<Way>();
        ways.add(() -> hand.organizations().closeAccount(asked -> asked.accountId(account)));
        if (hand.account().equals(account)) {
            ways.add(() -> onTheConsole(hand));
        }
        return ways;
    }

    /// No API has this call: `account:CloseAccount` is a right that the console asks for, so it is asked for here, and
    /// then the account ends.
    ///
    /// Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Account Management"
    /// (`CloseAccount`, permission only), read 2026-11-27.
    private static void onTheConsole(Hand hand) {
        var world = hand.world();
        var caller = world.sessions().holder(hand.key()).orElse(new Principal.Anonymous());
        var right =
                AccessRequest.of(
                        "account:CloseAccount", "arn:aws:account::" + hand.account() + ":account");
        if (world.access().decide(caller, "us-east-1", right)
                instanceof Decision.Denied(var message)) {
            var details =
                    AwsErrorDetails.builder()
                            .serviceName("Account")
                            .errorCode("AccessDeniedException")
                            .errorMessage(message)
                            .build();
            throw AccountException.builder().awsErrorDetails(details).message(message).build();
        }
        world.organization().account(hand.account()).orElseThrow().state =
                AccountState.PENDING_CLOSURE;
    }
}
