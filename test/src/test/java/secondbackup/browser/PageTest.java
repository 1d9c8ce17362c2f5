package secondbackup.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import secondbackup.handler.PageFiles;
import secondbackup.page.Papers;
import secondbackup.report.GapMark;
import secondbackup.report.Report;
import secondbackup.report.Report.ClusterLine;
import secondbackup.verify.Verdict.Standing;

/// What the page claims to be, claim by claim, in a real Chromium: `src/test/node/page.mjs`.
final class PageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("target", "page");
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)>\u2028{{script}}<!--";

    @TestFactory
    Stream<DynamicTest> thePageHoldsWhatItClaims() throws Exception {
        write();
        var lines = said();
        var claims = lines.subList(0, lines.size() - 1);

        assertThat(claims).hasSizeGreaterThan(18);
        assertThat(lines.getLast().path("browser").asText()).isNotEmpty();
        return claims.stream()
                .map(claim ->
                        DynamicTest.dynamicTest(
                                claim.path("name").asText(),
                                () -> assertThat(claim.path("problem").asText()).isEmpty()));
    }

    private static List<JsonNode> said() throws Exception {
        var process =
                new ProcessBuilder("node", "src/test/node/page.mjs", FOLDER.toString())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().map(PageTest::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException noJson) {
            throw new AssertionError("the script said: " + line, noJson);
        }
    }

    private static void write() throws IOException {
        Files.createDirectories(FOLDER);
        var pages = JsonNodeFactory.instance.objectNode();
        page("none", MadeReport.of(0), pages);
        page("fifty", MadeReport.of(50), pages);
        page("many", MadeReport.of(5_000), pages);
        page("hostile", MadeReport.named(HOSTILE, 40), pages);
        Files.writeString(FOLDER.resolve("pages.json"), pages.toString());
    }

    private static void page(String name, Report report, ObjectNode pages) throws IOException {
        var file = name + ".html";
        Files.writeString(FOLDER.resolve(file), Papers.of(report, PageFiles.read()).page());
        var page = pages.putObject(name).put("file", file);
        page.put("clusters", report.summary().clusters());
        page.put("protected", report.summary().protectedClusters());
        report.clusters().forEach(line -> page.withArray("names").add(line.id().name()));
        for (var gap : report.gaps()) {
            page.withArray("gaps").addObject().put("id", GapMark.of(gap)).put("kind", gap.kind());
        }
        if (!report.clusters().isEmpty()) {
            kept(report, page.putObject("kept"));
            filters(report, page);
        }
    }

    private static void kept(Report report, ObjectNode kept) {
        var line =
                report.clusters().stream()
                        .filter(one -> one.standing() == Standing.PROTECTED)
                        .findFirst()
                        .orElseThrow();
        var newest = line.newestAt().orElseThrow().truncatedTo(ChronoUnit.MINUTES).toString();
        kept.put("arn", line.id().arn().value())
                .put("newest", newest.substring(0, 16).replace('T', ' ') + " UTC");
    }

    private static void filters(Report report, ObjectNode page) {
        var line = report.clusters().get(7);
        var gap = report.gaps().getFirst();
        filter(
                page,
                "account",
                line.id().account().value(),
                report.clusters().stream()
                        .filter(one -> one.id().account().equals(line.id().account())));
        filter(
                page,
                "region",
                line.id().region().value(),
                report.clusters().stream()
                        .filter(one -> one.id().region().equals(line.id().region())));
        filter(
                page,
                "promise",
                "research",
                report.clusters().stream()
                        .filter(one -> one.rules().contains("backup/research.json")));
        filter(
                page,
                "kind",
                gap.kind(),
                report.clusters().stream()
                        .filter(one ->
                                report.gaps().stream()
                                        .anyMatch(other ->
                                                other.kind().equals(gap.kind())
                                                        && other.arn()
                                                                .equals(one.id().arn().value()))));
        filter(
                page,
                "standing",
                "K",
                report.clusters().stream().filter(one -> one.standing() == Standing.PROTECTED));
        filter(
                page,
                "standing",
                "!",
                report.clusters().stream()
                        .filter(one ->
                                one.standing() != Standing.PROTECTED
                                        && one.standing() != Standing.YOUNG));
    }

    private static void filter(
            ObjectNode page, String field, String value, Stream<ClusterLine> lines) {
        page.withArray("filters").addArray().add(field).add(value).add(lines.count());
    }
}
