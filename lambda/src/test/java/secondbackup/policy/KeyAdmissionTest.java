package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.inventory.KeyView.Admission.ADMITS;
import static secondbackup.inventory.KeyView.Admission.REFUSES;
import static secondbackup.inventory.KeyView.Admission.UNCLEAR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Sample;
import secondbackup.inventory.KeyView.Admission;

/// The vault account is 999999999999, the key's own 111111111111.
class KeyAdmissionTest {
    private static final String ROOT = "{\"AWS\": \"arn:aws:iam::999999999999:root\"}";
    private static final String ROLE =
            "arn:aws:iam::999999999999:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup";
    private static final String DEFAULT =
            """
            {"Sid": "Enable IAM User Permissions", "Effect": "Allow", "Action": "kms:*",
             "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Resource": "*"}
            """;

    @Test
    void refusesUnderTheDefaultPolicy() {
        assertThat(of(DEFAULT)).isEqualTo(REFUSES);
    }

    @Test
    void refusesUnderAnEmptyPolicy() {
        assertThat(of("")).isEqualTo(REFUSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "\"text\"", "{\"Statement\": [}", "{} {}"})
    void cannotTellWithoutADocument(String text) {
        assertThat(KeyAdmission.of(text, Sample.VAULT_ACCOUNT, Sample.ORGANIZATION))
                .isEqualTo(UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"AWS\": \"arn:aws:iam::999999999999:root\"}",
                "{\"AWS\": \"999999999999\"}",
                "{\"AWS\": [\"222222222222\", \"999999999999\"]}",
                "{\"AWS\": \"" + ROLE + "\"}",
                "{\"AWS\": \"*\"}",
                "\"*\""
            })
    void admitsWhoeverIncludesTheVaultAccount(String principal) {
        assertThat(of(DEFAULT, allow(principal, "\"kms:*\"", ""))).isEqualTo(ADMITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"AWS\": \"222222222222\"}",
                "{\"AWS\": \"arn:aws:iam::999999999999:role/admin\"}",
                "{\"Service\": \"backup.amazonaws.com\"}"
            })
    void refusesWhereOthersAreAdmitted(String principal) {
        assertThat(of(DEFAULT, allow(principal, "\"kms:*\"", ""))).isEqualTo(REFUSES);
    }

    @Test
    void admitsTheServiceLinkedRoleByACondition() {
        var condition = "{\"ArnLike\": {\"aws:PrincipalArn\": \"" + ROLE + "\"}}";
        assertThat(of(DEFAULT, allow(ROOT, "\"kms:*\"", condition))).isEqualTo(ADMITS);
        var anyone = "{\"ArnLike\": {\"AWS:principalarn\": [\"arn:aws:iam::*:role/a*\"]}}";
        assertThat(of(DEFAULT, allow(ROOT, "\"kms:*\"", anyone))).isEqualTo(ADMITS);
    }

    @Test
    void cannotTellWhenTheConditionIsForAnotherRole() {
        var condition =
                "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::999999999999:role/admin\"}}";
        assertThat(of(DEFAULT, allow(ROOT, "\"kms:*\"", condition))).isEqualTo(UNCLEAR);
    }

    @Test
    void takesAWildcardLiterallyWhereAwsDoes() {
        var equals = "{\"StringEquals\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/a*\"}}";
        var like = "{\"StringLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/a*\"}}";
        assertThat(of(allow(ROOT, "\"kms:*\"", equals))).isEqualTo(UNCLEAR);
        assertThat(of(allow(ROOT, "\"kms:*\"", like))).isEqualTo(ADMITS);
    }

    @Test
    void admitsTheWholeOrganizationIfItIsOurs() {
        assertThat(of(allow("\"*\"", "\"kms:*\"", organization("o-exampleorgid"))))
                .isEqualTo(ADMITS);
        assertThat(of(allow("\"*\"", "\"kms:*\"", organization("o-another")))).isEqualTo(UNCLEAR);
    }

    @Test
    void knowsThatOnlyAGrantIsForAnAwsResource() {
        var condition = "{\"Bool\": {\"kms:GrantIsForAWSResource\": \"true\"}}";
        var grant = allow(ROOT, "[\"kms:CreateGrant\", \"kms:ListGrants\"]", condition);
        assertThat(of(grant, allow(ROOT, "\"kms:DescribeKey\"", ""))).isEqualTo(ADMITS);
        assertThat(of(allow(ROOT, "\"kms:*\"", condition))).isEqualTo(UNCLEAR);
        var optional = "{\"BoolIfExists\": {\"kms:GrantIsForAWSResource\": true}}";
        assertThat(of(allow(ROOT, "\"kms:*\"", optional))).isEqualTo(ADMITS);
        var never = "{\"Bool\": {\"kms:GrantIsForAWSResource\": \"false\"}}";
        assertThat(of(allow(ROOT, "\"kms:*\"", never))).isEqualTo(UNCLEAR);
    }

    @Test
    void knowsThatAwsBackupComesByWayOfAmazonRds() {
        assertThat(of(allow(ROOT, "\"kms:*\"", via("rds.eu-west-1.amazonaws.com"))))
                .isEqualTo(ADMITS);
        assertThat(of(allow(ROOT, "\"kms:*\"", via("ec2.eu-west-1.amazonaws.com"))))
                .isEqualTo(UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StringEquals\": {\"aws:SourceVpc\": \"vpc-1\"}}",
                "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}",
                "{\"StringNotEquals\": {\"aws:PrincipalAccount\": \"222222222222\"}}",
                "{\"ForAllValues:StringEquals\": {\"aws:PrincipalOrgID\": \"o-exampleorgid\"}}",
                "{\"Null\": {\"kms:ViaService\": \"true\"}}",
                "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-exampleorgid\", \"aws:x\": \"y\"}}"
            })
    void cannotTellUnderAConditionThatItDoesNotKnow(String condition) {
        assertThat(of(allow(ROOT, "\"kms:*\"", condition))).isEqualTo(UNCLEAR);
    }

    @Test
    void admitsIfOneOfSeveralStatementsDoes() {
        assertThat(
                        of(
                                allow(ROOT, "\"kms:*\"", organization("o-another")),
                                allow(ROOT, "\"kms:*\"", "")))
                .isEqualTo(ADMITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "\"kms:*\"",
                "\"KMS:createGRANT\", \"kms:describekey\"",
                "\"kms:Create*\", \"kms:Describe*\"",
                "\"kms:CreateGrant\", \"kms:D?scribeKey\""
            })
    void readsWildcardsInActions(String actions) {
        assertThat(of(allow(ROOT, "[" + actions + "]", ""))).isEqualTo(ADMITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kms:DescribeKey\"",
                "\"kms:CreateGrant\"",
                "\"kms:Decrypt\", \"kms:GenerateDataKey*\"",
                "\"kms.*\"",
                "\"ec2:*\""
            })
    void refusesWhenAnActionIsMissing(String actions) {
        assertThat(of(allow(ROOT, "[" + actions + "]", ""))).isEqualTo(REFUSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", ROOT, "{\"AWS\": \"" + ROLE + "\"}"})
    void cannotTellWhenAnythingIsDeniedToUs(String principal) {
        var deny = statement("Deny", principal, "\"kms:ScheduleKeyDeletion\"", "");
        assertThat(of(allow(ROOT, "\"kms:*\"", ""), deny)).isEqualTo(UNCLEAR);
    }

    @Test
    void doesNotMindWhatIsDeniedToOthers() {
        var deny = statement("Deny", "{\"AWS\": \"222222222222\"}", "\"kms:*\"", "");
        assertThat(of(allow(ROOT, "\"kms:*\"", ""), deny)).isEqualTo(ADMITS);
    }

    @Test
    void cannotTellWhenSomethingIsSaidByException() {
        var notPrincipal =
                "{\"Effect\": \"%s\", \"NotPrincipal\": " + ROOT + ", \"Action\": \"kms:*\"}";
        assertThat(of(notPrincipal.formatted("Allow"))).isEqualTo(UNCLEAR);
        assertThat(of(allow(ROOT, "\"kms:*\"", ""), notPrincipal.formatted("Deny")))
                .isEqualTo(UNCLEAR);
        var notAction =
                "{\"Effect\": \"Allow\", \"Principal\": "
                        + ROOT
                        + ", \"NotAction\": \"kms:Delete*\"}";
        assertThat(of(notAction)).isEqualTo(UNCLEAR);
    }

    private static String organization(String id) {
        return "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"" + id + "\"}}";
    }

    private static String via(String service) {
        return "{\"StringEquals\": {\"kms:ViaService\": \"" + service + "\"}}";
    }

    private static String allow(String principal, String actions, String condition) {
        return statement("Allow", principal, actions, condition);
    }

    private static String statement(
            String effect, String principal, String actions, String condition) {
        var tail = condition.isEmpty() ? "" : ", \"Condition\": " + condition;
        return "{\"Effect\": \"%s\", \"Principal\": %s, \"Action\": %s, \"Resource\": \"*\"%s}"
                .formatted(effect, principal, actions, tail);
    }

    private static Admission of(String... statements) {
        var policy = "{\"Statement\": [" + String.join(",", statements) + "]}";
        return KeyAdmission.of(policy, Sample.VAULT_ACCOUNT, Sample.ORGANIZATION);
    }
}
