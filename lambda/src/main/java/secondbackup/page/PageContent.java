package secondbackup.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.history.History;
import secondbackup.inventory.AccountId;
import secondbackup.report.CauseGroup;
import secondbackup.report.GapMark;
import secondbackup.report.Lane;
import secondbackup.report.Report;
import secondbackup.report.Report.GapLine;
import secondbackup.verify.Rung;

/// The report as the page's script reads it: what stands often in it is named by its place in a list, and times
/// are minutes, so that 5,000 clusters stay small. `page/page.js` is the other side.
final class PageContent {
    private static final long SECONDS = 60;

    private final Report report;
    private final Names names = new Names();
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();

    private PageContent(Report report) {
        this.report = report;
    }

    static ObjectNode of(Report report, SortedMap<String, String> runbook) {
        return new PageContent(report).all(runbook);
    }

    private ObjectNode all(SortedMap<String, String> runbook) {
        data.put("sweep", report.sweep()).put("at", minutes(report.generatedAt()));
        summary(data.putObject("s"));
        var clusters = new PageClusters(report, names).to(data.putArray("c"));
        gaps(clusters, runbook);
        report.hidden().forEach(line -> data.withArray("h").add(brief(line)));
        report.gone().forEach(line -> data.withArray("o").add(brief(line)));
        days(data.putObject("d"));
        report.lanes().forEach(lane -> lane(lane, data.withArray("l").addObject()));
        costs(data.putObject("$"));
        for (var rung : Rung.values()) {
            data.withArray("rungs").add(rung.name().toLowerCase(Locale.ROOT));
        }
        texts("n", report.notSeen());
        texts("f", report.facts());
        List.of("h", "o", "l").forEach(data::withArray);
        names.to(data);
        return data;
    }

    private void summary(ObjectNode summary) {
        var counts = report.summary();
        summary.put("clusters", counts.clusters())
                .put("protected", counts.protectedClusters())
                .put("accountsUnseen", counts.accountsUnseen());
    }

    /// @param clusters where each cluster stands, by ARN
    private void gaps(SortedMap<String, Integer> clusters, SortedMap<String, String> runbook) {
        var groups = data.putArray("g");
        var lines = data.putArray("p");
        var books = data.putObject("b");
        for (var group : CauseGroup.of(report.gaps())) {
            var page = runbook.getOrDefault(group.kind(), "");
            groups.addObject()
                    .put("k", group.kind())
                    .put("v", group.severity().name())
                    .put("m", meaning(page))
                    .put("t", minutes(group.since()))
                    .put("c", group.cause())
                    .put("r", group.gaps().getFirst().remedy());
            group.all()
                    .forEach(line -> books.put(line.kind(), runbook.getOrDefault(line.kind(), "")));
            group.all().forEach(line -> lines.add(gap(line, groups.size() - 1, group, clusters)));
        }
    }

    private ArrayNode gap(
            GapLine line, int group, CauseGroup of, SortedMap<String, Integer> clusters) {
        var follows = !line.kind().equals(of.kind());
        var same = line.remedy().equals(of.gaps().getFirst().remedy());
        return JsonNodeFactory.instance
                .arrayNode()
                .add(GapMark.of(line))
                .add(group)
                .add(names.account(line.account(), line.accountName()))
                .add(line.region())
                .add(line.subject())
                .add(minutes(line.since()))
                .add(line.what())
                .add(same ? "" : line.remedy())
                .add(clusters.getOrDefault(line.arn(), -1))
                .add(follows ? line.kind() : "")
                .add(follows ? line.cause() : "");
    }

    /// What a kind of gap means: the first sentence of its runbook page.
    private static String meaning(String page) {
        return page.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replace("`", "");
    }

    private ArrayNode brief(GapLine line) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(line.kind())
                .add(line.subject())
                .add(names.account(line.account(), line.accountName()))
                .add(line.region())
                .add(minutes(line.since()));
    }

    private void days(ObjectNode days) {
        var history = report.history();
        days.put("max", History.DAYS_MAX);
        days.put("last", history.lastDay().map(Object::toString).orElse(""));
        var rows = days.putArray("rows");
        history.days()
                .forEach(day ->
                        rows.addArray()
                                .add(day.kept())
                                .add(day.young())
                                .add(day.unseen())
                                .add(day.weak())
                                .add(day.late())
                                .add(day.missing()));
    }

    private static void lane(Lane lane, ObjectNode node) {
        node.put("vault", lane.vault().name())
                .put("slots", lane.slots())
                .put("from", minutes(lane.from()))
                .put("waiting", lane.waiting())
                .put("usual", lane.usual().map(Duration::toMinutes).orElse(0L))
                .put("done", lane.doneAt().map(PageContent::minutes).orElse(0L));
        lane.used().forEach(node.putArray("used")::add);
        lane.forecast().forEach(node.putArray("next")::add);
    }

    private void costs(ObjectNode node) {
        report.costs().basis().forEach(node.putArray("basis")::add);
        var accounts = node.putArray("accounts");
        for (var one : report.costs().accounts()) {
            accounts.addArray()
                    .add(names.account(one.account(), one.accountName()))
                    .add(one.copies())
                    .add(one.unsized())
                    .add(one.storedGb())
                    .add(one.usdCentsPerMonth());
        }
    }

    private void texts(String name, List<String> texts) {
        texts.forEach(data.putArray(name)::add);
    }

    static long minutes(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /// Names that stand often, each once.
    static final class Names {
        private final SortedMap<String, Integer> accounts = new TreeMap<>();
        private final SortedMap<String, Integer> regions = new TreeMap<>();
        private final SortedMap<String, Integer> promises = new TreeMap<>();
        private final ArrayNode accountList = JsonNodeFactory.instance.arrayNode();
        private final ArrayNode regionList = JsonNodeFactory.instance.arrayNode();
        private final ArrayNode promiseList = JsonNodeFactory.instance.arrayNode();

        int account(Optional<AccountId> id, String name) {
            return id.map(one -> account(one, name)).orElse(-1);
        }

        int account(AccountId id, String name) {
            return place(
                    accounts, id.value(), () -> accountList.addArray().add(id.value()).add(name));
        }

        int region(String region) {
            return place(regions, region, () -> regionList.add(region));
        }

        int promise(String promise) {
            return place(promises, promise, () -> promiseList.add(promise));
        }

        private static int place(SortedMap<String, Integer> known, String name, Runnable add) {
            var before = known.get(name);
            if (before != null) {
                return before;
            }
            add.run();
            known.put(name, known.size());
            return known.size() - 1;
        }

        private void to(ObjectNode data) {
            data.set("ac", accountList);
            data.set("rg", regionList);
            data.set("ru", promiseList);
        }
    }
}
