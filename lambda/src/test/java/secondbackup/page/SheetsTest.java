package secondbackup.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.report.Report;
import secondbackup.sweep.Judgement;

class SheetsTest {
    private static Report report(Given given, Optional<Report> last) {
        return new Judgement(given.policies(), Sample.NOW)
                .of(given.inventory(), given.everyGuarded(), List.of(), last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"})
    void makesNoFormulaOfAText(String text) {
        assertThat(Sheets.cell(text)).startsWith("'" + text.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "orders", "a=b", "a-1", "2026-11-20T12:00:00Z", "'quoted'", "ünïcode"})
    void leavesEveryOtherTextAsItIs(String text) {
        assertThat(Sheets.cell(text)).isEqualTo(text);
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertThat(Sheets.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Sheets.cell("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(Sheets.cell("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(Sheets.cell("=\"a\",b")).isEqualTo("\"'=\"\"a\"\",b\"");
    }

    @Test
    void hasARowForEveryClusterAndCellsForEveryHead() {
        var sheet =
                Sheets.clusters(
                        report(Given.protectedCluster(Sample.cluster("orders")), Optional.empty()));
        var rows = sheet.split("\r\n", -1);

        assertThat(rows).hasSize(3).endsWith("");
        assertThat(rows[0]).startsWith("\uFEFFaccount,account name,region,cluster");
        assertThat(rows[1])
                .startsWith("111111111111,shop-111111111111,eu-west-1,orders,")
                .contains(",kept,restorable,2026-11-20T03:00:00Z,")
                .endsWith(",1,0,100,K");
        assertThat(rows[1].split(",", -1)).hasSameSizeAs(rows[0].split(",", -1));
    }

    @Test
    void keepsARowForAClusterThatCouldNotBeSeen() {
        var last = report(Given.protectedCluster(Sample.cluster("orders")), Optional.empty());
        var dark =
                Given.nothing()
                        .account(new AccountView.Unreadable(Sample.account(), "AccessDenied"));

        var rows = Sheets.clusters(report(dark, Optional.of(last))).split("\r\n", -1);

        assertThat(rows).hasSize(3);
        assertThat(rows[1]).contains("orders").contains(",unseen,").endsWith(",0,1,0,U");
        assertThat(rows[1].split(",", -1)).hasSameSizeAs(rows[0].split(",", -1));
    }

    @Test
    void hasARowForEveryGapAndItsState() {
        var late = report(Given.cluster(Sample.cluster("orders")), Optional.empty());
        var dark =
                Given.nothing()
                        .account(new AccountView.Unreadable(Sample.account(), "AccessDenied"));
        var report = report(dark, Optional.of(late));

        assertThat(Sheets.gaps(report).lines().count())
                .isEqualTo(1 + report.gaps().size() + report.hidden().size());
        assertThat(Sheets.gaps(report))
                .contains("AccountUnreadable,danger,open,")
                .contains(",open when last seen,");
    }
}
