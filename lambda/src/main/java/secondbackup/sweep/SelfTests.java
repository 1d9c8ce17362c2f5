package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;

/// When each vault account's self-test last reached every channel, by the account's number; or since when it is waited
/// for, where none ever has.
public record SelfTests(SortedMap<String, Instant> at) {
    public SelfTests {
        at = Collections.unmodifiableSortedMap(new TreeMap<>(at));
    }

    static SelfTests none() {
        return new SelfTests(new TreeMap<>());
    }

    /// Told late, an older one takes nothing back.
    SelfTests heard(AccountId account, Instant when) {
        var all = new TreeMap<>(at);
        all.merge(account.value(), when, (one, other) -> one.isAfter(other) ? one : other);
        return new SelfTests(all);
    }

    /// The same, where accounts of which nothing is known are waited for from now on.
    SelfTests waitingFor(List<AccountId> accounts, Instant now) {
        var all = new TreeMap<>(at);
        accounts.forEach(account -> all.putIfAbsent(account.value(), now));
        return new SelfTests(all);
    }

    /// How long ago the last one of the account was that is longest without; empty where no account needs one.
    Optional<Duration> age(List<AccountId> accounts, Instant now) {
        return accounts.stream()
                .flatMap(account -> Optional.ofNullable(at.get(account.value())).stream())
                .map(when -> Duration.between(when, now))
                .max(Duration::compareTo);
    }
}
