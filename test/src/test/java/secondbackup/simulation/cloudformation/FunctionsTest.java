package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.simulation.wire.AwsError;

/// What expressions become: each is the output of a stack.
final class FunctionsTest {
    private static final String ROLE = "\"Role\":" + Office.role("reader");

    private static String template(String output) {
        return """
        {"Parameters":{"Letters":{"Type":"CommaDelimitedList","Default":"a, b,c"},
          "Name":{"Type":"String","Default":"blue"},
          "Count":{"Type":"Number","Default":"3"}},
         "Mappings":{"Sizes":{"blue":{"small":"s","large":"l"}}},
         "Conditions":{"Blue":{"Fn::Equals":[{"Ref":"Name"},"blue"]},
          "Red":{"Fn::Not":[{"Condition":"Blue"}]},
          "Both":{"Fn::And":[{"Condition":"Blue"},{"Condition":"Red"}]},
          "Either":{"Fn::Or":[{"Condition":"Red"},{"Fn::Equals":[{"Ref":"Count"},3]}]}},
         "Resources":{%s},
         "Outputs":{"It":{"Value":%s}}}
        """
                .formatted(ROLE, output);
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("\"plain\"", "plain"),
                Arguments.of("{\"Ref\":\"Name\"}", "blue"),
                Arguments.of("{\"Ref\":\"AWS::AccountId\"}", Office.SHOP),
                Arguments.of("{\"Ref\":\"AWS::Region\"}", Office.REGION),
                Arguments.of("{\"Ref\":\"AWS::Partition\"}", "aws"),
                Arguments.of("{\"Ref\":\"AWS::URLSuffix\"}", "amazonaws.com"),
                Arguments.of("{\"Ref\":\"AWS::StackName\"}", "app"),
                Arguments.of("{\"Ref\":\"Role\"}", "reader"),
                Arguments.of(
                        "{\"Fn::GetAtt\":[\"Role\",\"Arn\"]}",
                        "arn:aws:iam::444444444402:role/reader"),
                Arguments.of(
                        "{\"Fn::GetAtt\":\"Role.Arn\"}", "arn:aws:iam::444444444402:role/reader"),
                Arguments.of("{\"Fn::Sub\":\"${Name}-${!Name}-${Role}\"}", "blue-${Name}-reader"),
                Arguments.of(
                        "{\"Fn::Sub\":[\"${Own}/${Role.Arn}\",{\"Own\":{\"Ref\":\"Count\"}}]}",
                        "3/arn:aws:iam::444444444402:role/reader"),
                Arguments.of(
                        "{\"Fn::Join\":[\"-\",[\"x\",{\"Ref\":\"Name\"},{\"Ref\":\"AWS::NoValue\"}]]}",
                        "x-blue"),
                Arguments.of("{\"Fn::Join\":[\"\",{\"Ref\":\"Letters\"}]}", "abc"),
                Arguments.of("{\"Fn::Select\":[\"1\",{\"Ref\":\"Letters\"}]}", "b"),
                Arguments.of(
                        "{\"Fn::Select\":[2,{\"Fn::Split\":[\".\",\"one.two.three\"]}]}", "three"),
                Arguments.of("{\"Fn::FindInMap\":[\"Sizes\",{\"Ref\":\"Name\"},\"large\"]}", "l"),
                Arguments.of("{\"Fn::If\":[\"Blue\",\"yes\",\"no\"]}", "yes"),
                Arguments.of("{\"Fn::If\":[\"Red\",\"yes\",\"no\"]}", "no"),
                Arguments.of("{\"Fn::If\":[\"Both\",\"yes\",\"no\"]}", "no"),
                Arguments.of("{\"Fn::If\":[\"Either\",\"yes\",\"no\"]}", "yes"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void becomes(String expression, String value) {
        var stack = new Office().deploy(template(expression), Map.of());

        assertThat(stack.outputs()).containsEntry("It", value);
    }

    @Test
    void stackIdEndsInAnIdOfItsOwn() {
        var eight =
                "{\"Fn::Select\":[0,{\"Fn::Split\":[\"-\",{\"Fn::Select\":[2,"
                        + "{\"Fn::Split\":[\"/\",{\"Ref\":\"AWS::StackId\"}]}]}]}]}";
        var stack = new Office().deploy(template(eight), Map.of());

        assertThat(stack.outputs().get("It")).matches("[0-9a-f]{8}");
        assertThat(stack.id)
                .matches("arn:aws:cloudformation:eu-central-1:444444444402:stack/app/[0-9a-f-]{36}")
                .contains("/" + stack.outputs().get("It") + "-");
    }

    @Test
    void givenParametersWinOverDefaults() {
        var stack = new Office().deploy(template("{\"Ref\":\"Name\"}"), Map.of("Name", "green"));

        assertThat(stack.outputs()).containsEntry("It", "green");
    }

    @Test
    void parametersAreCheckedBeforeAnythingIsMade() {
        var office = new Office();
        var template = template("\"x\"");

        assertThatThrownBy(() -> office.deploy(template, Map.of("Colour", "red")))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("[Colour] do not exist");
        assertThatThrownBy(() -> office.deploy(template, Map.of("Count", "many")))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("'Count' does not satisfy");
        assertThat(office.deployments.all()).isEmpty();
    }

    private static final String BOOTSTRAPPED =
            """
            {"Parameters":{"BootstrapVersion":{"Type":"AWS::SSM::Parameter::Value<String>",
              "Default":"/cdk-bootstrap/hnb659fds/version"}},
             "Rules":{"CheckBootstrapVersion":{"Assertions":[{"Assert":{"Fn::Not":[{"Fn::Contains":
              [["1","2","3","4","5"],{"Ref":"BootstrapVersion"}]}]},
              "AssertDescription":"CDK bootstrap stack version 6 required."}]}},
             "Resources":{%s}}
            """
                    .formatted(ROLE);

    @Test
    void bootstrapVersionIsReadFromTheParameterStoreOrRefused() {
        var office = new Office();

        assertThatThrownBy(() -> office.deploy(BOOTSTRAPPED, Map.of()))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("Unable to fetch parameters");

        bootstrap(office, "5");
        assertThatThrownBy(() -> office.deploy(BOOTSTRAPPED, Map.of()))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("version 6 required");

        bootstrap(office, "6");
        assertThat(office.deploy(BOOTSTRAPPED, Map.of()).status())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    private static void bootstrap(Office office, String version) {
        office.deployments
                .parameterStore()
                .put(Office.SHOP, Office.REGION, "/cdk-bootstrap/hnb659fds/version", version);
    }

    @Test
    void whatAConditionKeepsOutIsNotMade() {
        var office = new Office();
        var template =
                """
                {"Parameters":{"On":{"Type":"String","AllowedValues":["yes","no"],"Default":"no"}},
                 "Conditions":{"IsOn":{"Fn::Equals":[{"Ref":"On"},"yes"]}},
                 "Resources":{"Always":%s,"Sometimes":%s},
                 "Outputs":{"Only":{"Condition":"IsOn","Value":{"Ref":"Sometimes"}}}}
                """
                        .formatted(
                                Office.role("always"),
                                Office.role("sometimes")
                                        .replace(
                                                "\"Properties\"",
                                                "\"Condition\":\"IsOn\",\"Properties\""));

        var off = office.deploy(template, Map.of());
        assertThat(off.outputs()).isEmpty();
        assertThat(office.has("sometimes")).isFalse();

        var on = office.deploy(template, Map.of("On", "yes"));
        assertThat(on.outputs()).containsEntry("Only", "sometimes");
        assertThat(office.has("sometimes")).isTrue();

        office.deploy(template, Map.of());
        assertThat(office.has("sometimes")).isFalse();
        assertThat(office.has("always")).isTrue();
    }

    @Test
    void exportsAreImportedByOtherStacks() {
        var office = new Office();
        var exporting =
                """
                {"Resources":{%s},"Outputs":{"It":{"Value":{"Ref":"Role"},
                 "Export":{"Name":{"Fn::Sub":"${AWS::StackName}-role"}}}}}
                """
                        .formatted(ROLE);
        office.deploy(exporting, Map.of());
        var importing =
                Office.template(
                        "\"Vault\":" + Office.vault("", "{\"Fn::ImportValue\":\"app-role\"}"));

        var stack =
                office.deployments.deploy(Office.ADMINISTRATOR, Office.REGION, "other", importing);

        assertThat(stack.resources().getFirst().physicalId()).isEqualTo("reader");
    }

    @Test
    void anImportThatNobodyExportsFailsTheStack() {
        var stack =
                new Office()
                        .deploy(
                                "\"Vault\":"
                                        + Office.vault("", "{\"Fn::ImportValue\":\"nothing\"}"));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("[Vault]", "No export named nothing found");
    }
}
