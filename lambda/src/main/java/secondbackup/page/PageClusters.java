package secondbackup.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import secondbackup.history.Mark;
import secondbackup.history.Track;
import secondbackup.inventory.ClusterId;
import secondbackup.page.PageContent.Names;
import secondbackup.report.Report;
import secondbackup.report.Report.ClusterLine;
import secondbackup.verify.Rung;

/// Every cluster of the page: those that were seen, and those that could not be and may be there.
final class PageClusters {
    private static final long GB = 1L << 30;

    private final Report report;
    private final Names names;

    PageClusters(Report report, Names names) {
        this.report = report;
        this.names = names;
    }

    /// @return where each cluster stands, by ARN
    SortedMap<String, Integer> to(ArrayNode all) {
        var places = new TreeMap<String, Integer>();
        var tracks = new TreeMap<ClusterId, Track>();
        report.history().clusters().forEach(track -> tracks.put(track.id(), track));
        for (var line : report.clusters()) {
            places.put(line.id().arn().value(), all.size());
            all.add(seen(line, Optional.ofNullable(tracks.remove(line.id()))));
        }
        for (var track : tracks.values()) {
            places.putIfAbsent(track.id().arn().value(), all.size());
            all.add(unseen(track));
        }
        return places;
    }

    private ArrayNode seen(ClusterLine line, Optional<Track> track) {
        var mark = Mark.of(line.standing(), line.rung());
        var holding = line.holding();
        var row =
                place(line.id(), line.accountName())
                        .add(String.valueOf(mark.letter()))
                        .add(List.of(Rung.values()).indexOf(line.rung()))
                        .add(line.newestAt().map(PageContent::minutes).orElse(0L))
                        .add(line.expiresAt().map(PageContent::minutes).orElse(0L))
                        .add(line.copyAgeMax().map(age -> age.toHours()).orElse(0L))
                        .add(line.rules().isEmpty() ? -1 : names.promise(promise(line.rules())));
        past(row, track);
        row.add(holding.copies())
                .add(moments(holding.moments()))
                .add(
                        holding.sizeBytes().isEmpty()
                                ? -1
                                : Math.ceilDiv(holding.sizeBytes().getAsLong(), GB))
                .add(holding.copying());
        return end(row, line.id());
    }

    private ArrayNode unseen(Track track) {
        var row =
                place(track.id(), track.accountName())
                        .add(String.valueOf(Mark.UNSEEN.letter()))
                        .add(0)
                        .add(0)
                        .add(0)
                        .add(0)
                        .add(-1);
        past(row, Optional.of(track));
        row.add(0).add("").add(-1).add(0);
        return end(row, track.id());
    }

    private ArrayNode place(ClusterId id, String accountName) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(id.name())
                .add(names.account(id.account(), accountName))
                .add(names.region(id.region().value()));
    }

    private static void past(ArrayNode row, Optional<Track> track) {
        row.add(track.map(Track::days).orElse(""))
                .add(track.map(Track::keptInARow).orElse(0))
                .add(track.map(Track::worstGapDays).orElse(0))
                .add(track.map(one -> one.attainmentPercent().orElse(-1)).orElse(-1));
    }

    /// The ARN follows from the rest but in other partitions.
    private static ArrayNode end(ArrayNode row, ClusterId id) {
        var usual = "arn:aws:rds:" + id.region() + ":" + id.account() + ":cluster:" + id.name();
        return row.add(id.resourceId()).add(id.arn().value().equals(usual) ? "" : id.arn().value());
    }

    private static String promise(List<String> rules) {
        return rules.stream()
                .map(rule -> rule.replaceAll("^backup/|\\.json$", ""))
                .collect(Collectors.joining(", "));
    }

    /// The newest in minutes, then how much earlier each of the others is than the one before it.
    private static String moments(List<Instant> newestFirst) {
        var text = new StringBuilder();
        var before = 0L;
        for (var at : newestFirst) {
            var minutes = PageContent.minutes(at);
            text.append(text.isEmpty() ? minutes : "," + (before - minutes));
            before = minutes;
        }
        return text.toString();
    }
}
