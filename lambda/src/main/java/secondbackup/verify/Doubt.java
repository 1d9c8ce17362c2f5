package secondbackup.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Tier;

/// Why a rung was not reached. Holds the evidence, not the words.
public sealed interface Doubt {
    /// The highest rung that stands in spite of the doubt.
    Rung reached();

    /// The vault could not be read.
    record VaultUnread(Arn vault, String cause) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.NONE;
        }
    }

    /// The vault holds nothing of this cluster that counts.
    record NothingVaulted() implements Doubt {
        @Override
        public Rung reached() {
            return Rung.NONE;
        }
    }

    /// AWS Backup reports a status that says neither usable nor unusable.
    record StatusUnknown(VaultedCopy copy) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.CLAIMED;
        }
    }

    /// AWS Backup lists the copy, RDS has no snapshot behind it.
    record SnapshotGone(VaultedCopy copy) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.CLAIMED;
        }
    }

    /// AWS Backup calls the copy finished, RDS does not.
    record SnapshotUnfinished(VaultedCopy copy, String status) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.CLAIMED;
        }
    }

    /// RDS in the vault account could not be read.
    record SnapshotUnread(VaultedCopy copy, String cause) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.CLAIMED;
        }
    }

    /// The newest good copy holds data older than promised.
    ///
    /// @param overdue how far past the limit, always positive
    record TooOld(VaultedCopy copy, Duration overdue) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.PRESENT;
        }
    }

    /// The newest good copy expires soon and nothing newer has followed it.
    record ExpiresSoon(VaultedCopy copy, Instant expiresAt) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.PRESENT;
        }
    }

    /// The copy is kept shorter than promised.
    record KeptTooShort(VaultedCopy copy, long keptDays, int promisedDays) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.TIMELY;
        }
    }

    /// No copy that is kept as long as a tier promises is young enough. The newest copy is as good without it.
    ///
    /// @param newestAt when the data of the newest such copy was taken; empty where there is none
    record TierMissing(Tier.Period period, int promisedDays, Optional<Instant> newestAt)
            implements Doubt {
        @Override
        public Rung reached() {
            return Rung.RESTORABLE;
        }
    }

    /// No cluster can be made with the copy's engine version any more: a restore becomes an upgrade, which may fail.
    ///
    /// @param upgradeTo a version that it can be restored to; empty where RDS names none
    record EngineRetired(
            VaultedCopy copy, String engine, String version, Optional<String> upgradeTo)
            implements Doubt {
        @Override
        public Rung reached() {
            return Rung.HELD;
        }
    }

    /// The copy's engine version can be restored, but AWS soon ends every support of its major version. That takes
    /// nothing away yet.
    record EngineEnding(
            VaultedCopy copy,
            String engine,
            String version,
            Instant endsAt,
            Optional<String> upgradeTo)
            implements Doubt {
        @Override
        public Rung reached() {
            return Rung.RESTORABLE;
        }
    }

    /// It is not known which engine version the copy has, or whether one like it can be made.
    record EngineUnknown(VaultedCopy copy, String what, String answer) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.HELD;
        }
    }

    /// RDS could not be asked which engine versions there are: one cause for every copy in the vault.
    record EnginesUnread(Arn vault, String cause) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.HELD;
        }
    }

    /// Something about the place into which copies are brought back, the same for every copy.
    record RestoreDoubted(RestoreDoubt doubt) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.HELD;
        }
    }

    /// The copy is encrypted with another key than the vault's.
    record ForeignKey(VaultedCopy copy, Optional<Arn> key) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.TIMELY;
        }
    }

    /// Something about the vault itself, the same for every copy in it.
    record VaultDoubted(VaultDoubt doubt) implements Doubt {
        @Override
        public Rung reached() {
            return Rung.TIMELY;
        }
    }
}
