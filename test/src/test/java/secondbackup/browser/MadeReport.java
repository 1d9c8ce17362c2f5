package secondbackup.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import secondbackup.gap.Severity;
import secondbackup.history.DayCount;
import secondbackup.history.History;
import secondbackup.history.Mark;
import secondbackup.history.Track;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Region;
import secondbackup.report.Costs;
import secondbackup.report.Holding;
import secondbackup.report.Lane;
import secondbackup.report.Report;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;
import secondbackup.report.Report.Summary;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict.Standing;

/// A report of any size, made up: the same seed gives the same one.
final class MadeReport {
    static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");
    private static final List<String> REGIONS = List.of("eu-west-1", "eu-north-1", "us-east-1");
    private static final List<String> TEAMS =
            List.of("payments", "content", "orders", "research", "media", "identity", "search");
    private static final List<String> THINGS =
            List.of("ledger", "events", "users", "catalogue", "sessions", "reports", "invoices");
    private static final int DAYS = 90;

    private final Random random;
    private final String name;
    private final List<ClusterLine> clusters = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private final List<GapLine> gaps = new ArrayList<>();

    private MadeReport(long seed, String name) {
        this.random = new Random(seed);
        this.name = name;
    }

    static Report of(int clusters) {
        return new MadeReport(7, "").report(clusters);
    }

    /// Every name that an account could choose is this one.
    static Report named(String name, int clusters) {
        return new MadeReport(7, name).report(clusters);
    }

    private Report report(int count) {
        IntStream.range(0, count).forEach(this::cluster);
        var good =
                (int) clusters.stream().filter(one -> one.standing() == Standing.PROTECTED).count();
        var young = (int) clusters.stream().filter(one -> one.standing() == Standing.YOUNG).count();
        var days = IntStream.range(0, DAYS).mapToObj(this::day).toList();
        return new Report(
                Report.VERSION,
                "2026-11-27T05:45:00Z",
                Optional.of("2026-11-26T17:45:00Z"),
                NOW,
                new Summary(
                        count,
                        good,
                        count - good - young,
                        young,
                        0,
                        accounts(count) + 1,
                        count == 0 ? 0 : 1,
                        good * 34,
                        good),
                clusters,
                gaps,
                List.of(),
                List.of(),
                List.of(),
                count == 0
                        ? List.of()
                        : List.of(
                                "Account "
                                        + named("sandbox")
                                        + " 555555555555: AccessDenied: the survey role is not there"),
                List.of(
                        "Regions ap-east-1, me-south-1 are closed by a service control policy in 12 accounts."),
                new History(count == 0 ? List.of() : days, tracks),
                List.of(lane()),
                new Costs(
                        List.of(
                                "Snapshot storage in eu-central-1: 0.022 US dollars for a GB and month. An assumption; read on 2026-11-27."),
                        costs(count)));
    }

    private String named(String usual) {
        return name.isEmpty() ? usual : name;
    }

    private static int accounts(int clusters) {
        return Math.max(1, clusters / 12);
    }

    private void cluster(int index) {
        var account = 400_000_000_000L + index % accounts(index + 1 > 12 ? tracks.size() + 1 : 12);
        var id = new AccountId(Long.toString(account));
        var team = TEAMS.get((int) (account % TEAMS.size()));
        var region = new Region(REGIONS.get(random.nextInt(REGIONS.size())));
        var clusterName =
                named(THINGS.get(random.nextInt(THINGS.size())) + "-" + index)
                        + (name.isEmpty() ? "" : index);
        var cluster =
                new ClusterId(
                        id,
                        region,
                        new Arn("arn:aws:rds:" + region + ":" + id + ":cluster:" + clusterName),
                        "cluster-%08X".formatted(index * 7919 + 17));
        var days = days();
        var mark = Mark.of(days.charAt(days.length() - 1));
        tracks.add(Track.of(cluster, named(team + "-" + account % 100), days));
        clusters.add(line(cluster, named(team + "-" + account % 100), mark));
        if (mark != Mark.KEPT && mark != Mark.YOUNG) {
            gap(cluster, named(team + "-" + account % 100), mark, index);
        }
    }

    private String days() {
        var length = random.nextInt(10) == 0 ? 1 + random.nextInt(40) : DAYS;
        var text = new StringBuilder(length < DAYS ? "Y" : "");
        var state = 'K';
        while (text.length() < length) {
            if (state == 'K' && random.nextInt(160) == 0) {
                state = "LLLMUW".charAt(random.nextInt(6));
            } else if (state != 'K' && random.nextInt(3) == 0) {
                state = 'K';
            }
            text.append(state);
        }
        return text.toString();
    }

    private ClusterLine line(ClusterId cluster, String account, Mark mark) {
        var age = mark == Mark.LATE ? 60 + random.nextInt(90) : 5 + random.nextInt(20);
        var newest = NOW.minus(Duration.ofHours(age)).minusSeconds(random.nextInt(3600));
        var none = mark == Mark.MISSING || mark == Mark.YOUNG || mark == Mark.UNSEEN;
        var moments =
                none
                        ? List.<Instant>of()
                        : IntStream.range(0, 35)
                                .mapToObj(day ->
                                        newest.minus(Duration.ofDays(day)).minusSeconds(day * 37L))
                                .toList();
        return new ClusterLine(
                cluster,
                account,
                switch (mark) {
                    case KEPT -> Standing.PROTECTED;
                    case YOUNG -> Standing.YOUNG;
                    case UNSEEN -> Standing.UNKNOWN;
                    case WEAK, LATE, MISSING -> Standing.UNPROTECTED;
                },
                switch (mark) {
                    case KEPT -> Rung.HELD;
                    case WEAK -> Rung.TIMELY;
                    case LATE -> Rung.PRESENT;
                    case YOUNG, UNSEEN, MISSING -> Rung.NONE;
                },
                none ? Optional.empty() : Optional.of(newest),
                none ? Optional.empty() : Optional.of(newest.plus(Duration.ofDays(35))),
                Optional.of(Duration.ofHours(36)),
                List.of(
                        random.nextInt(5) == 0
                                ? "backup/research.json"
                                : "backup/every-cluster.json"),
                new Holding(
                        moments.size(),
                        none ? Optional.empty() : Optional.of(moments.getLast()),
                        moments,
                        random.nextInt(20) == 0
                                ? OptionalLong.empty()
                                : OptionalLong.of((1L + random.nextInt(900)) << 30),
                        random.nextInt(30) == 0 ? 1 : 0));
    }

    private void gap(ClusterId cluster, String account, Mark mark, int index) {
        var kind =
                switch (mark) {
                    case LATE -> index % 2 == 0 ? "CopyLate" : "CopyFailing";
                    case WEAK -> "RetentionShort";
                    case UNSEEN -> "StateUnknown";
                    case KEPT, YOUNG, MISSING -> "NoCopy";
                };
        var severity =
                mark == Mark.MISSING || mark == Mark.UNSEEN ? Severity.DANGER : Severity.WARNING;
        gaps.add(
                new GapLine(
                        kind
                                + "|cluster|"
                                + cluster.account()
                                + "|"
                                + cluster.region()
                                + "|"
                                + cluster.resourceId(),
                        kind,
                        severity,
                        Optional.of(cluster.account()),
                        account,
                        cluster.region().value(),
                        cluster.name(),
                        cluster.arn().value(),
                        NOW.minus(Duration.ofHours(6L + random.nextInt(200))),
                        "Cluster "
                                + cluster.name()
                                + " ("
                                + account
                                + " "
                                + cluster.account()
                                + ", "
                                + cluster.region()
                                + "): its newest good copy is not as promised",
                        kind.equals("CopyFailing")
                                ? "A key stands in the way. AWS said: "
                                        + named("The source snapshot KMS key does not exist")
                                : "The cluster’s other gaps say why; without one of them a copy is on its way.",
                        "in account "
                                + cluster.account()
                                + ": aws backup list-copy-jobs --region "
                                + cluster.region()
                                + " --by-resource-arn "
                                + cluster.arn()
                                + " shows what became of the last try.",
                        kind,
                        kind + "|"));
    }

    private DayCount day(int back) {
        var at = DAYS - 1 - back;
        var marks =
                tracks.stream()
                        .map(Track::days)
                        .filter(days -> days.length() > at)
                        .map(days -> Mark.of(days.charAt(days.length() - 1 - at)))
                        .toList();
        var counts = new int[Mark.values().length];
        marks.forEach(mark -> counts[List.of(Mark.values()).indexOf(mark)]++);
        return new DayCount(
                LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(at),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5]);
    }

    private static Lane lane() {
        var vault = new Arn("arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup");
        return new Lane(
                vault,
                5,
                NOW.minus(Duration.ofHours(23)),
                List.of(0, 0, 0, 0, 1, 2, 5, 5, 5, 5, 5, 4, 5, 3, 1, 0, 0, 1, 0, 0, 2, 5, 5, 5),
                List.of(5, 5, 4, 2, 1, 1, 5, 5, 5, 5, 5, 4, 5, 3, 1, 0, 0, 1, 0, 0, 2, 5, 5, 4),
                7,
                Optional.of(Duration.ofMinutes(52)),
                Optional.of(NOW.plus(Duration.ofMinutes(130))));
    }

    private List<Costs.OfAccount> costs(int count) {
        return clusters.stream()
                .map(ClusterLine::id)
                .map(ClusterId::account)
                .distinct()
                .sorted()
                .map(account -> {
                    var gb = 100 + random.nextInt(90_000);
                    return new Costs.OfAccount(
                            account,
                            named("team-" + account.value().substring(9)),
                            35 * Math.max(1, count / accounts(count)),
                            random.nextInt(3) == 0 ? 1 : 0,
                            gb,
                            gb * 22L / 10);
                })
                .toList();
    }
}
