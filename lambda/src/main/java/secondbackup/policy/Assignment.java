package secondbackup.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import secondbackup.inventory.AccountId;

/// Which of several vaults takes an account's second backups: the one that draws the highest lot for it
/// (rendezvous hashing). So every vault has about its share, the order in which they are named makes no difference, and a
/// vault that is added takes accounts over without any other moving between the old ones.
///
/// Source: D. G. Thaler and C. V. Ravishankar, "Using Name-Based Mappings to Increase Hit Rates", IEEE/ACM
/// Transactions on Networking 6 (1998).
final class Assignment {
    private Assignment() {}

    /// A vault of the account itself comes last: a copy there would be no second backup.
    ///
    /// Fails: IllegalStateException without any vault.
    static Estate.Vault of(AccountId account, List<Estate.Vault> vaults) {
        return vaults.stream()
                .max(
                        Comparator.comparing(
                                        (Estate.Vault vault) -> !vault.account().equals(account))
                                .thenComparing(vault -> lot(account, vault))
                                .thenComparing(Estate.Vault::arn))
                .orElseThrow(() -> new IllegalStateException("no vault for " + account));
    }

    private static String lot(AccountId account, Estate.Vault vault) {
        try {
            var text = account + "|" + vault.arn();
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
