package secondbackup;

import static secondbackup.Sample.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.EngineVersion;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Setup;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VolumeSize;

/// What is seen of the sample beside clusters and copies: engine versions, holds, sizes, and where copies come back.
public final class SampleViews {
    private SampleViews() {}

    /// The version that clusters have, for years to come, and one that nobody can create.
    public static EngineCatalog engines() {
        return engines(NOW.plus(Duration.ofDays(1000)));
    }

    /// @param endsAt when AWS ends the support of both
    public static EngineCatalog engines(Instant endsAt) {
        return new EngineCatalog.Read(
                List.of(engine("17.4", "available", endsAt), engine("13.9", "deprecated", endsAt)));
    }

    public static EngineVersion engine(String version, String status, Instant endsAt) {
        return new EngineVersion(
                "aurora-postgresql", version, status, Optional.of("17.5"), Optional.of(endsAt));
    }

    /// All that a restore needs.
    public static RecoveryView recovery() {
        return new RecoveryView.Seen(Optional.of("Enabled"), 3, new Setup.Quota(39, 40));
    }

    /// A hold that was set for a copy.
    ///
    /// @param held what AWS lists of it
    public static LegalHold hold(VaultedCopy copy, String status, Arn... held) {
        return new LegalHold(
                "hold-" + copy.arn().name(),
                LegalHold.TITLE,
                copy.arn().value(),
                status,
                List.of(held));
    }

    /// The cluster, with sizes in GiB of the days up to today, oldest first.
    public static Cluster sized(Cluster cluster, long... gibibytes) {
        var sizes = new ArrayList<VolumeSize>();
        var today = NOW.atZone(ZoneOffset.UTC).toLocalDate();
        for (var index = 0; index < gibibytes.length; index++) {
            var day = today.minusDays(gibibytes.length - 1L - index);
            sizes.add(new VolumeSize(day, gibibytes[index] << 30));
        }
        return cluster.sized(OptionalLong.of(sizes.getLast().bytes()), sizes);
    }

    /// The vault's account with nobody in it.
    public static VaultAccount.Seen vaultAccount(AccountId account) {
        return new VaultAccount.Seen(
                account, NOW, new VaultAccount.Root(false, true, true), List.of(), List.of());
    }

    /// The one place where a vault's view is made.
    public static VaultView.Seen vault(
            VaultView.Kind kind,
            VaultView.Lock lock,
            String accessPolicy,
            VaultView.VaultKey key,
            List<VaultedCopy> copies,
            EngineCatalog engines,
            LegalHolds holds) {
        var copying = OptionalInt.empty();
        return new VaultView.Seen(
                Sample.VAULT, NOW, kind, lock, accessPolicy, key, copies, copying, engines, holds);
    }

    /// One vault of each kind.
    public static List<MemberVault> memberVaults() {
        return List.of(
                new MemberVault(Sample.SOURCE_VAULT, Sample.daysAgo(90)),
                new MemberVault(Sample.REKEY_VAULT, Sample.daysAgo(90)));
    }
}
