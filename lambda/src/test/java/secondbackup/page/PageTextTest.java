package secondbackup.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.report.Report;
import secondbackup.sweep.Judgement;

/// The text of the page, before any browser sees it.
class PageTextTest {
    private static Report report() {
        var given = Given.cluster(Sample.cluster("a</script><!--&\u2028{{script}}"));
        return new Judgement(given.policies(), Sample.NOW)
                .of(given.inventory(), given.everyGuarded(), List.of(), Optional.empty());
    }

    private static String page(String html) {
        return Page.of(report(), new Template(html, "b{}", "run()", new TreeMap<>()));
    }

    @Test
    void fillsEveryPlaceOnce() {
        assertThat(page("<title>{{title}}</title><style>{{style}}</style>{{script}}"))
                .isEqualTo(
                        "<title>0 of 1 cluster is protected · second-backup</title>"
                                + "<style>b{}</style>run()");
    }

    @Test
    void embedsTheReportSoThatNothingInItIsMarkupOrAPlace() throws IOException {
        var data = page("{{data}}");

        assertThat(data).doesNotContain("<", ">", "&", "\u2028", "run()");
        assertThat(new ObjectMapper().readTree(data).at("/c/0/0").asText())
                .isEqualTo("script><!--&\u2028{{script}}");
    }

    @Test
    void admitsOnlyItsOwnScriptAndStyle() {
        assertThat(page("{{policy}}"))
                .startsWith("default-src 'none'; script-src 'sha256-")
                .doesNotContain("unsafe", "http", "*");
    }

    @Test
    void refusesAPlaceThatItDoesNotKnow() {
        assertThatThrownBy(() -> page("{{secrets}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'secrets'");
    }
}
