package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.policy.Notices;
import secondbackup.policy.Notices.Channel;
import secondbackup.report.Report;
import secondbackup.report.SlackMessage;
import secondbackup.sweep.Notifier.Said;

/// Two channels: one hears of everything, one of what is dangerous.
class NotifySweepTest {
    private static final Channel ALL = new Channel("all", "s", List.of(), List.of());
    private static final Channel CALL = new Channel("call", "s-call", List.of("danger"), List.of());
    private static final Given GOOD = Given.protectedCluster(Sample.cluster("orders"));
    private static final Given LATE =
            Given.cluster(Sample.cluster("orders"))
                    .point(Sample.point(Sample.cluster("orders"), Sample.hoursAgo(40)))
                    .copy(Sample.copy(Sample.cluster("orders"), Sample.hoursAgo(40)));

    private final StoreInMemory store = new StoreInMemory();
    private final List<String> said = new ArrayList<>();
    private final TreeSet<String> down = new TreeSet<>();

    private Said tell(String sweep) {
        var notices = new Notices(Optional.empty(), Optional.empty(), List.of(ALL, CALL));
        return new NotifySweep(store, notices, Sample.estate(), this::way).run(sweep);
    }

    private Notifier way(Channel channel) {
        return message -> answer(channel, message);
    }

    private Said answer(Channel channel, SlackMessage message) {
        if (down.contains(channel.name())) {
            return new Said.NotDelivered("Slack answered 403 no_service");
        }
        said.add(channel.name() + ": " + message.json());
        return new Said.Delivered();
    }

    private String sweep(Given given, Instant at) {
        var name = at.toString();
        var judged =
                new Judgement(given.policies(), at)
                        .of(
                                given.inventory(),
                                given.everyGuarded(),
                                List.of(),
                                store.latestReport());
        store.write(
                new Report(
                        judged.version(),
                        name,
                        store.latestReport().map(Report::sweep),
                        at,
                        judged.summary(),
                        judged.clusters(),
                        judged.gaps(),
                        judged.hidden(),
                        judged.gone(),
                        judged.excluded(),
                        judged.notSeen(),
                        judged.facts(),
                        judged.history(),
                        judged.lanes(),
                        judged.costs()));
        return name;
    }

    private List<String> channels() {
        return said.stream().map(text -> text.substring(0, text.indexOf(':'))).toList();
    }

    @Test
    void tellsEveryChannelOnceADayAlsoWhenAllIsWell() {
        tell(sweep(GOOD, Sample.hoursAgo(10)));
        tell(sweep(GOOD, Sample.hoursAgo(2)));
        assertThat(channels()).containsExactly("all", "call");

        tell(sweep(GOOD, Sample.NOW.plus(Duration.ofHours(14))));
        assertThat(channels()).containsExactly("all", "call", "all", "call");
    }

    @Test
    void tellsNewsAtOnceToWhomTheyConcern() {
        tell(sweep(GOOD, Sample.hoursAgo(10)));
        said.clear();

        tell(sweep(LATE, Sample.hoursAgo(2)));

        assertThat(channels()).containsExactly("all");
        assertThat(said.getFirst()).contains("CopyLate");
    }

    @Test
    void tellsASweepOnce() {
        var sweep = sweep(LATE, Sample.hoursAgo(2));
        tell(sweep);

        assertThat(tell(sweep)).isEqualTo(new Said.Delivered());
        assertThat(channels()).containsExactly("all", "call");
    }

    @Test
    void tellsTheOthersWhereOneCannotBeReachedAndThatOneAloneAgain() {
        down.add("all");
        var sweep = sweep(LATE, Sample.hoursAgo(2));

        assertThat(tell(sweep))
                .isEqualTo(new Said.NotDelivered("Slack answered 403 no_service (channel all)"));
        assertThat(channels()).containsExactly("call");

        down.clear();
        assertThat(tell(sweep)).isEqualTo(new Said.Delivered());
        assertThat(channels()).containsExactly("call", "all");
    }

    @Test
    void tellsAtTheNextChanceWhatAChannelMissed() {
        tell(sweep(GOOD, Sample.hoursAgo(11)));
        down.add("all");
        tell(sweep(LATE, Sample.hoursAgo(8)));
        down.clear();
        said.clear();

        tell(sweep(LATE, Sample.hoursAgo(4)));

        assertThat(said).singleElement().asString().contains("New: CopyLate");
    }

    @Test
    void doesNotTellOldNews() {
        var old = sweep(LATE, Sample.hoursAgo(8));
        tell(sweep(GOOD, Sample.hoursAgo(4)));
        said.clear();

        assertThat(tell(old)).isEqualTo(new Said.Delivered());
        assertThat(said).isEmpty();
    }

    @Test
    void refusesASweepWithoutAReport() {
        assertThatThrownBy(() -> tell("2026-01-01T00:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no report");
    }
}
