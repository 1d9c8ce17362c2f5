package secondbackup.simulation.world;

import java.time.Duration;
import secondbackup.simulation.organizations.Organization.AccountState;

/// The end of an account, with everything in it. Whoever calls AWS Support within 90 days has it back: as long, it is
/// listed as closed. How long the closing itself takes AWS does not say, nor how many days after the 90 the account is
/// still listed: an hour, and none.
///
/// Source: AWS Organizations User Guide, "Monitor the state of your AWS accounts" (PENDING CLOSURE, CLOSED) and "Closing a
/// member account in an organization with AWS Organizations"; AWS Account Management Reference Guide, "Close an AWS
/// account" (post-closure period); AWS Backup Developer Guide, "AWS Backup Vault Lock" (the contents of locked vaults go
/// too); read 2026-11-27.
record Closing(SimulatedOrganization of) {
    private static final Duration CLOSING = Duration.ofHours(1);
    private static final Duration WAITING = Duration.ofDays(90);

    void close(String account) {
        var closing = Founding.account(of.organization(), account);
        closing.state = AccountState.PENDING_CLOSURE;
        of.time()
                .after(
                        CLOSING,
                        "account " + account + " is closed",
                        () -> {
                            if (closing.state == AccountState.PENDING_CLOSURE) {
                                closing.state = AccountState.CLOSED;
                            }
                        });
        of.time()
                .after(
                        WAITING,
                        "account " + account + " is closed for good",
                        () -> {
                            if (closing.state == AccountState.CLOSED) {
                                empty(account);
                                of.organization().forget(account);
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
