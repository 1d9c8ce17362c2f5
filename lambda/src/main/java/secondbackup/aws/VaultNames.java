package secondbackup.aws;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which vaults one Region of an account has, where AWS Backup refuses to speak of a vault that does not exist
/// as if it were forbidden.
///
/// @param names empty where the list itself could not be read
record VaultNames(Optional<SortedSet<String>> names) {
    static final VaultNames UNREAD = new VaultNames(Optional.empty());

    static VaultNames read(RegionalSession session) {
        SortedSet<String> names =
                session
                        .backup()
                        .listBackupVaultsPaginator(
                                request -> request.overrideConfiguration(session.rights()))
                        .stream()
                        .flatMap(page -> page.backupVaultList().stream())
                        .map(vault -> vault.backupVaultName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new VaultNames(Optional.of(names));
    }

    /// Whether it is certain that there is no such vault.
    boolean absent(String vault) {
        return names.filter(known -> !known.contains(vault)).isPresent();
    }
}
