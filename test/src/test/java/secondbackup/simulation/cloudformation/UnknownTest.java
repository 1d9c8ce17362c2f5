package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.simulation.wire.AwsError;

/// Nothing in a template is passed over: what is not known is named, and nothing is made.
final class UnknownTest {
    private static String vault(String property, String value) {
        return """
        {"Resources":{"Vault":{"Type":"AWS::Backup::BackupVault","Properties":\
        {"BackupVaultName":"v","%s":%s}}}}\
        """
                .formatted(property, value);
    }

    static Stream<Arguments> unknown() {
        var where = "stack app, resource Vault (AWS::Backup::BackupVault), property ";
        return Stream.of(
                Arguments.of(vault("Colour", "1"), where + "Colour: is unknown"),
                Arguments.of(
                        vault("LockConfiguration", "{\"MinDays\":1}"),
                        where + "LockConfiguration: field MinDays is unknown"),
                Arguments.of(
                        vault("EncryptionKeyArn", "{\"Fn::Cidr\":[]}"),
                        where + "EncryptionKeyArn: intrinsic function Fn::Cidr is unknown"),
                Arguments.of(
                        vault("EncryptionKeyArn", "{\"Ref\":\"Key\"}"),
                        where + "EncryptionKeyArn: Ref Key names nothing"),
                Arguments.of(
                        vault("EncryptionKeyArn", "{\"Fn::GetAtt\":[\"Vault\",\"Size\"]}"),
                        where + "EncryptionKeyArn: attribute Size of Vault"),
                Arguments.of(
                        vault("EncryptionKeyArn", "{\"Fn::Sub\":\"${Vault.Size}\"}"),
                        where + "EncryptionKeyArn: attribute Size of Vault"),
                Arguments.of(
                        vault("EncryptionKeyArn", "{\"Fn::If\":[\"Red\",\"a\",\"b\"]}"),
                        where + "EncryptionKeyArn: condition Red is unknown"),
                Arguments.of(
                        "{\"Resources\":{\"It\":{\"Type\":\"AWS::EC2::Instance\"}}}",
                        "stack app, resource It: resource type AWS::EC2::Instance is unknown"),
                Arguments.of(
                        "{\"Resources\":{\"It\":{\"Type\":\"AWS::Backup::BackupVault\"}}}",
                        "stack app, resource It (AWS::Backup::BackupVault), property"
                                + " BackupVaultName: is missing"),
                Arguments.of(
                        "{\"Transform\":\"AWS::LanguageExtensions\"}",
                        "stack app: section Transform is unknown"),
                Arguments.of(
                        "{\"Resources\":{\"It\":{\"Type\":\"AWS::CDK::Metadata\",\"UpdatePolicy\":{}}}}",
                        "stack app, resource It: attribute UpdatePolicy is unknown"),
                Arguments.of(
                        "{\"Resources\":{\"It\":{\"Type\":\"AWS::CDK::Metadata\","
                                + "\"DeletionPolicy\":\"Snapshot\"}}}",
                        "stack app, resource It: DeletionPolicy \"Snapshot\" is unknown"),
                Arguments.of(
                        "{\"Resources\":{\"It\":{\"Type\":\"AWS::CDK::Metadata\","
                                + "\"UpdateReplacePolicy\":\"RetainExceptOnCreate\"}}}",
                        "UpdateReplacePolicy \"RetainExceptOnCreate\" is unknown"),
                Arguments.of(
                        "{\"Parameters\":{\"P\":{\"Type\":\"AWS::EC2::VPC::Id\"}}}",
                        "stack app, parameter P: type AWS::EC2::VPC::Id is unknown"),
                Arguments.of("{\"Resources\":{}}", "stack app: there are no Resources"),
                Arguments.of("[]", "stack app: the template must be a JSON object"),
                Arguments.of("{", "stack app: the template is no JSON"));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void isNamedAndNothingIsMade(String template, String problem) {
        var office = new Office();

        var bad = catchThrowableOfType(BadTemplate.class, () -> office.deploy(template, Map.of()));

        assertThat(bad).isNotNull();
        assertThat(bad.problems()).anyMatch(one -> one.contains(problem), problem);
        assertThat(office.deployments.all()).isEmpty();
        assertThat(office.hasVault("v")).isFalse();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        var template =
                """
                {"Resources":{"One":{"Type":"AWS::Nothing::AtAll"},
                 "Two":{"Type":"AWS::CDK::Metadata","Properties":{"Colour":1},"DependsOn":"Three"}}}
                """;

        var bad =
                catchThrowableOfType(
                        BadTemplate.class, () -> new Office().deploy(template, Map.of()));

        assertThat(bad.problems()).hasSize(3);
    }

    @Test
    void resourcesThatNeedEachOtherAreRefused() {
        var template =
                "{\"Resources\":{"
                        + "\"One\":{\"Type\":\"AWS::CDK::Metadata\",\"DependsOn\":\"Two\"},"
                        + "\"Two\":{\"Type\":\"AWS::CDK::Metadata\",\"DependsOn\":[\"One\"]}}}";

        Assertions.assertThatThrownBy(() -> new Office().deploy(template, Map.of()))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("Circular dependency");
    }
}
