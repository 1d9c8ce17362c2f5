package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.policy.Estate;
import secondbackup.sweep.VaultReader;
import software.amazon.awssdk.services.backup.model.BackupException;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ResourceNotFoundException;

/// Reads one vault in the vault account, with the reader role there.
///
/// Source: AWS Backup API, `DescribeBackupVault` and `GetBackupVaultAccessPolicy`, read 2026-11-22.
public final class AwsVault implements VaultReader {
    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;
    private final Map<String, EngineCatalog> engines = new ConcurrentHashMap<>();

    public AwsVault(AwsConnection connection, RoleSessions sessions, Estate estate) {
        this.connection = connection;
        this.sessions = sessions;
        this.estate = estate;
    }

    @Override
    public VaultView read(Estate.Vault vault, Instant now) {
        return in(
                vault,
                session -> view(vault, session, now),
                cause -> new VaultView.Unreadable(vault.arn(), cause));
    }

    @Override
    public OptionalInt snapshotsCopying(VaultView.Seen before, Estate.Vault vault, Instant now) {
        return before.vaultKind() == Kind.AIR_GAPPED
                ? OptionalInt.of(0)
                : in(
                        vault,
                        session -> OptionalInt.of(new SnapshotReader(session).copying()),
                        _ -> OptionalInt.empty());
    }

    private <T> T in(
            Estate.Vault vault, Function<RegionalSession, T> read, Function<String, T> failed) {
        var role = estate.roles().vaultReader();
        return switch (sessions.open(vault.account(), role)) {
            case RoleSessions.Session.Refused refused ->
                    failed.apply(refused.cause(RoleSessions.role(vault.account(), role)));
            case RoleSessions.Session.Open(var credentials) -> {
                var session =
                        new RegionalSession(
                                connection, credentials, vault.account(), vault.region());
                yield Attempt.orElse(
                        () -> read.apply(session), failure -> failed.apply(failure.cause()));
            }
        };
    }

    /// A vault that is not there is no vault that could not be read: it holds nothing.
    private VaultView view(Estate.Vault vault, RegionalSession session, Instant now) {
        DescribeBackupVaultResponse described;
        try {
            described = describe(vault, session);
        } catch (ResourceNotFoundException missing) {
            return new VaultView.Absent(vault.arn(), Failure.of(missing).cause());
        } catch (BackupException failed) {
            if (Failure.of(failed).denied() && vaultNames(session).absent(vault.arn().name())) {
                return new VaultView.Absent(vault.arn(), "the account's list of vaults lacks it");
            }
            throw failed;
        }
        return seen(vault, described, session, now);
    }

    private static VaultNames vaultNames(RegionalSession session) {
        return Attempt.orElse(() -> VaultNames.read(session), _ -> VaultNames.UNREAD);
    }

    private static DescribeBackupVaultResponse describe(
            Estate.Vault vault, RegionalSession session) {
        return session.backup()
                .describeBackupVault(request ->
                        request.backupVaultName(vault.arn().name())
                                .overrideConfiguration(session.rights()));
    }

    /// Read once for all vaults of an account and Region.
    private EngineCatalog engines(RegionalSession session) {
        return engines.computeIfAbsent(
                session.account() + " " + session.region(), _ -> new EngineReader(session).read());
    }

    private VaultView seen(
            Estate.Vault vault,
            DescribeBackupVaultResponse described,
            RegionalSession session,
            Instant now) {
        var kind = kind(described);
        var copies = new VaultedCopyReader(session, kind).read(vault.arn().name());
        return new VaultView.Seen(
                vault.arn(),
                now,
                kind,
                lock(described),
                accessPolicy(vault, session),
                new VaultKeyReader(session).read(described),
                copies.copies(),
                copies.snapshotsCopying(),
                engines(session),
                new HoldReader(session).read());
    }

    private static Kind kind(DescribeBackupVaultResponse vault) {
        return switch (orEmpty(vault.vaultTypeAsString())) {
            case "BACKUP_VAULT" -> Kind.STANDARD;
            case "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" -> Kind.AIR_GAPPED;
            default -> Kind.UNKNOWN;
        };
    }

    private static VaultView.Lock lock(DescribeBackupVaultResponse vault) {
        return new VaultView.Lock(
                Boolean.TRUE.equals(vault.locked()),
                Optional.ofNullable(vault.minRetentionDays()),
                Optional.ofNullable(vault.maxRetentionDays()),
                Optional.ofNullable(vault.lockDate()));
    }

    /// The vault itself has just been described, so what is not found is its policy.
    private static String accessPolicy(Estate.Vault vault, RegionalSession session) {
        try {
            return orEmpty(
                    session.backup()
                            .getBackupVaultAccessPolicy(request ->
                                    request.backupVaultName(vault.arn().name())
                                            .overrideConfiguration(session.rights()))
                            .policy());
        } catch (ResourceNotFoundException _) {
            return "";
        }
    }
}
