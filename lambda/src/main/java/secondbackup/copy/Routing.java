package secondbackup.copy;

import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.KeyView.Admission;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;
import secondbackup.policy.Route;

/// Chooses the way to the vault by the cluster's encryption.
///
/// Source: AWS Backup Developer Guide, "Encryption for backups" and "Logically air-gapped vault", read
/// 2026-11-22: a snapshot under the AWS managed key cannot be shared; an unencrypted one stays so and is not
/// taken by an air-gapped vault. Whether a snapshot under Aurora's default encryption of 2026 can be copied
/// into another account is not documented, so the estate chooses.
final class Routing {
    private static final String MUST_REKEY = "it must be re-keyed, and there is no ";

    private Routing() {}

    /// The way, or why there is none.
    sealed interface Way {
        record Direct() implements Way {}

        record Rekeyed(String vault) implements Way {}

        record None(Optional<Arn> key, String cause) implements Way {}

        /// It leads over a re-key vault, and none is there yet.
        record NotBuilt(Optional<Arn> key, String cause) implements Way {}
    }

    static Way of(Guarded guarded, Promise promise, Estate estate) {
        if (guarded.cluster().livesWith(guarded.vault().account())) {
            return new Way.None(
                    Optional.empty(),
                    "it lives in the vault's own account, where a copy would be no second backup");
        }
        return switch (guarded.cluster().encryption()) {
            case Encryption.None() -> unencrypted(guarded);
            case Encryption.ServiceOwned() -> serviceOwned(guarded, promise.route(), estate);
            case Encryption.Unknown(var text) ->
                    new Way.None(
                            Optional.empty(),
                            "its encryption is '" + text + "', which is not known");
            case Encryption.Kms(var key) -> underKey(guarded, promise.route(), key, estate);
        };
    }

    private static Way unencrypted(Guarded guarded) {
        return guarded.vault().kind() == Kind.AIR_GAPPED
                ? new Way.None(
                        Optional.empty(),
                        "an unencrypted cluster cannot go into an air-gapped vault")
                : new Way.Direct();
    }

    private static Way serviceOwned(Guarded guarded, Route route, Estate estate) {
        var rekeyed =
                route == Route.REKEYED
                        || estate.defaultEncryption() == Route.REKEYED
                        || guarded.vault().kind() == Kind.AIR_GAPPED;
        return rekeyed ? rekeyed(guarded, Optional.empty(), estate) : new Way.Direct();
    }

    private static Way underKey(Guarded guarded, Route route, Arn arn, Estate estate) {
        var view = guarded.key();
        if (view.isPresent() && view.get() instanceof KeyView.Read key && !key.enabled()) {
            return new Way.None(Optional.of(arn), "the key is " + key.state());
        }
        var admitted =
                view.isPresent()
                        && view.get() instanceof KeyView.Read key
                        && key.customerManaged()
                        && key.admission() == Admission.ADMITS;
        return switch (route) {
            case REKEYED -> rekeyed(guarded, Optional.of(arn), estate);
            case DIRECT -> admitted || mayAdmit(view) ? new Way.Direct() : notAdmitted(arn);
            case AUTO -> auto(guarded, admitted, arn, estate);
        };
    }

    private static Way auto(Guarded guarded, boolean admitted, Arn key, Estate estate) {
        if (admitted && !refusedBefore(guarded, estate)) {
            return new Way.Direct();
        }
        return guarded.rekeyVault().isEmpty() && (admitted || mayAdmit(guarded.key()))
                ? new Way.Direct()
                : rekeyed(guarded, Optional.of(key), estate);
    }

    /// Only a try can tell of a key that cannot be read, or whose policy cannot be judged.
    private static boolean mayAdmit(Optional<KeyView> view) {
        return view.isEmpty()
                || switch (view.get()) {
                    case KeyView.Unreadable _ -> true;
                    case KeyView.Read key ->
                            key.customerManaged() && key.admission() == Admission.UNCLEAR;
                };
    }

    private static Way notAdmitted(Arn key) {
        return new Way.None(Optional.of(key), "the key does not admit the vault account");
    }

    private static Way rekeyed(Guarded guarded, Optional<Arn> key, Estate estate) {
        return guarded.rekeyVault()
                .<Way>map(Way.Rekeyed::new)
                .orElseGet(() ->
                        estate.rekeyVault()
                                .map(name -> notBuilt(key, name))
                                .orElseGet(() -> new Way.None(key, MUST_REKEY + "re-key vault")));
    }

    private static Way notBuilt(Optional<Arn> key, String name) {
        return new Way.NotBuilt(key, MUST_REKEY + "vault " + name + " in its account and Region");
    }

    /// Whether the newest ended direct copy failed because of the key, whatever its policy seems to say. The
    /// second hop of a re-keyed copy proves nothing about the cluster's own key.
    private static boolean refusedBefore(Guarded guarded, Estate estate) {
        return newestDirect(guarded, estate)
                .filter(job -> job.failed() && FailureClassifier.classify(job) == FailureCause.KEY)
                .isPresent();
    }

    static Optional<CopyJob> newestDirect(Guarded guarded, Estate estate) {
        return guarded.jobs().reversed().stream()
                .filter(job -> job.ended() && job.targetVault().equals(guarded.vault().arn()))
                .filter(job -> estate.isSourceVault(job.sourceVault().name()))
                .findFirst();
    }
}
