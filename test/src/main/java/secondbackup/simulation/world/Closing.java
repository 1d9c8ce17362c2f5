package secondbackup.simulation.world;

import java.time.Duration;
import secondbackup.simulation.organizations.Organization.AccountState;

/// The end of an account, with everything in it. Whoever calls AWS Support within 90 days has it back.
///
/// Source: AWS Account Management Reference Guide, "Close an AWS account" (90 days); AWS Backup Developer
/// Guide, "AWS Backup Vault Lock" (the contents of locked vaults go too), read 2026-11-22.
record Closing(SimulatedOrganization of) {
    private static final Duration CLOSING = Duration.ofHours(1);
    private static final Duration WAITING = Duration.ofDays(90);

    void close(String account) {
        var closing = Founding.account(of.organization(), account);
        closing.state = AccountState.PENDING_CLOSURE;
        of.time()
                .after(
                        CLOSING,
                        "account " + account + " is suspended",
                        () -> {
                            if (closing.state == AccountState.PENDING_CLOSURE) {
                                closing.state = AccountState.SUSPENDED;
                            }
                        });
        of.time()
                .after(
                        WAITING,
                        "account " + account + " is closed for good",
                        () -> {
                            if (closing.state == AccountState.SUSPENDED) {
                                closing.state = AccountState.CLOSED;
                                empty(account);
                            }
                        });
    }

    private void empty(String account) {
        of.clusters().all().stream()
                .filter(cluster -> cluster.account.equals(account))
                .forEach(of.clusters()::remove);
        of.snapshots().all().stream()
                .filter(snapshot -> snapshot.account.equals(account))
                .forEach(of.snapshots()::remove);
        of.vaults().all().stream()
                .filter(vault -> vault.account.equals(account))
                .forEach(of.vaults()::remove);
    }
}
