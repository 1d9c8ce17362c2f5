package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.history.History;
import secondbackup.inventory.AccountView;
import secondbackup.policy.Prices;
import secondbackup.report.Report;
import secondbackup.sweep.Judgement;

/// Reports as JSON: they fit their schema, and those of the version before can still be read.
class ReportFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Report report(Given given, Optional<Report> last) {
        return new Judgement(given.policies(), Prices.none(), List.of(), Sample.NOW)
                .of(given.inventory(), given.everyGuarded(), List.of(), last);
    }

    private static Report good() {
        return report(Given.protectedCluster(Sample.cluster("orders")), Optional.empty());
    }

    private static List<String> problems(JsonNode report) throws IOException {
        try (var file = ReportFormsTest.class.getResourceAsStream("/schema/report.schema.json")) {
            var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(file);
            return schema.validate(report).stream().map(ValidationMessage::getMessage).toList();
        }
    }

    private static ObjectNode json(Report report) throws IOException {
        return (ObjectNode) JSON.readTree(Json.write(report, Report.class));
    }

    @Test
    void fitTheirSchema() throws IOException {
        var bad =
                report(
                        Given.cluster(Sample.cluster("orders"))
                                .unreadableVault()
                                .account(
                                        new AccountView.Unreadable(
                                                Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE"),
                                                "AccessDenied")),
                        Optional.of(good()));

        assertThat(bad.gaps()).isNotEmpty();
        assertThat(problems(json(good()))).isEmpty();
        assertThat(problems(json(bad))).isEmpty();
    }

    @Test
    void doNotFitItWithSomethingMoreLessOrElse() throws IOException {
        var more = json(good()).put("more", 1);
        var less = json(good());
        less.remove("history");
        var other = json(good()).put("version", 3);
        var letter = json(good());
        ((ObjectNode) letter.at("/history/clusters/0")).put("days", "KX");

        for (var wrong : List.of(more, less, other, letter)) {
            assertThat(problems(wrong)).hasSize(1);
        }
    }

    @Test
    void comeBackAsTheyWere() {
        assertThat(ReportForms.read(Json.write(good(), Report.class))).isEqualTo(good());
    }

    @Test
    void ofVersionOneAreReadWithoutWhatItDidNotKnow() throws IOException {
        var old = json(good()).put("version", 1);
        old.remove(List.of("history", "lanes", "costs"));
        old.path("clusters").forEach(line -> ((ObjectNode) line).remove("holding"));

        var read = ReportForms.read(old.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(read.version()).isEqualTo(Report.VERSION);
        assertThat(read.history()).isEqualTo(History.none());
        assertThat(read.clusters()).hasSize(1);
        assertThat(read.gaps()).isEqualTo(good().gaps());
        assertThat(report(Given.protectedCluster(Sample.cluster("orders")), Optional.of(read)))
                .extracting(Report::history)
                .isEqualTo(good().history());
    }

    @Test
    void ofBeforeExclusionsWereToldAreReadWithoutAny() throws IOException {
        var old = json(good());
        old.remove("excluded");

        assertThat(ReportForms.read(old.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(good());
    }

    @Test
    void ofAnotherFormAreNotRead() {
        for (var text : List.of("{\"version\": 1}", "{\"version\": 99}", "[]", "<html>")) {
            assertThatThrownBy(() -> ReportForms.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
