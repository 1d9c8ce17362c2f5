package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ApiCall;
import secondbackup.policy.Notices;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Tripwire;
import secondbackup.policy.Tripwire.Place;
import secondbackup.policy.Tripwires;
import secondbackup.sweep.Notifier.Said;

/// Three channels: one hears of everything, one of an account of its own, one of what is less severe.
class TripwireSweepTest {
    private static final List<Channel> CHANNELS =
            List.of(
                    new Channel("all", "s", List.of(), List.of()),
                    new Channel("shop", "s-shop", List.of(), List.of(Sample.ACCOUNT)),
                    new Channel("calm", "s-calm", List.of("warning"), List.of()));

    private final StoreInMemory store = new StoreInMemory();
    private final List<String> told = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final TreeSet<String> down = new TreeSet<>();

    private static Tripwire wire(String name, String call) {
        return new Tripwire(
                name,
                "why",
                "next",
                List.of(Place.VAULT),
                false,
                "events",
                List.of(call),
                Optional.empty(),
                List.of());
    }

    private TripwireSweep sweep() {
        var wires = List.of(wire("RulesSilenced", "DisableRule"), wire("SelfTest", "EnableRule"));
        return new TripwireSweep(
                new Tripwires(wires, Sample.estate()),
                new Notices(Optional.empty(), Optional.empty(), CHANNELS),
                channel ->
                        message -> {
                            if (down.contains(channel.name())) {
                                return new Said.NotDelivered("Slack answered 404");
                            }
                            told.add(channel.name());
                            texts.add(message.json());
                            return new Said.Delivered();
                        },
                store);
    }

    private static ApiCall call(String name, Instant at) {
        return new ApiCall(
                Sample.VAULT_ACCOUNT,
                Sample.VAULT_REGION,
                at,
                "events",
                name,
                "somebody",
                Optional.empty(),
                Optional.empty(),
                "203.0.113.7",
                Optional.empty(),
                new TreeMap<>());
    }

    private Optional<Duration> since(Instant now) {
        return sweep().sinceSelfTest(now);
    }

    @Test
    void aCallIsToldToWhoHearsOfItsAccount() {
        sweep().run(call("DisableRule", NOW));

        assertThat(told).containsExactly("all");
        assertThat(store.selfTests()).isEqualTo(SelfTests.none());
    }

    @Test
    void theSelfTestIsToldToEveryChannelAsSuchAndRemembered() {
        assertThat(sweep().run(call("EnableRule", NOW))).contains(new Said.Delivered());

        assertThat(told).containsExactly("all", "shop", "calm");
        assertThat(texts)
                .allMatch(text -> text.contains("Self-test"))
                .noneMatch(text -> text.contains("Tripwire SelfTest in"));
        assertThat(since(NOW.plus(Duration.ofDays(3)))).contains(Duration.ofDays(3));
    }

    @Test
    void aSelfTestThatOneChannelDidNotHearIsNone() {
        sweep().run(call("EnableRule", Sample.daysAgo(7)));
        down.add("calm");

        assertThat(sweep().run(call("EnableRule", NOW)).orElseThrow())
                .isEqualTo(new Said.NotDelivered("Slack answered 404 (channel calm)"));
        assertThat(since(NOW)).contains(Duration.ofDays(7));
    }

    @Test
    void whatIsToldLateTakesNothingBack() {
        sweep().run(call("EnableRule", NOW));
        sweep().run(call("EnableRule", Sample.daysAgo(7)));

        assertThat(since(NOW)).contains(Duration.ZERO);
    }

    /// On the first day there was none yet, and nobody need be woken.
    @Test
    void theFirstIsWaitedForFromTheFirstLookOn() {
        assertThat(since(NOW)).contains(Duration.ZERO);
        assertThat(since(NOW.plus(Duration.ofDays(8)))).contains(Duration.ofDays(8));
    }

    @Test
    void aTestOfAnAccountThatIsNoVaultAccountAnyMoreCountsForNothing() {
        var old = new AccountId("777777777777");
        store.write(SelfTests.none().heard(old, Sample.daysAgo(90)));

        assertThat(since(NOW)).contains(Duration.ZERO);
        assertThat(since(NOW.plus(Duration.ofDays(1)))).contains(Duration.ofDays(1));
    }
}
