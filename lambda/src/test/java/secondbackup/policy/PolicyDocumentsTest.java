package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentsTest {
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Id": "ours", "Statement": [
              {"Sid": "In", "Effect": "Allow", "Principal": {"AWS": ["111111111111", "222222222222"]},
               "Action": ["kms:CreateGrant", "kms:DescribeKey"], "Resource": "*",
               "Condition": {"StringEquals": {"aws:PrincipalOrgID": ["o-a", "o-b"]}, "Bool": {"aws:SecureTransport": true}}},
              {"Sid": "Never", "Effect": "Deny", "Principal": "*", "Action": "kms:PutKeyPolicy",
               "Resource": "*"}]}
            """;

    @Test
    void isTheSameAsItself() {
        assertThat(PolicyDocuments.sameMeaning(POLICY, POLICY)).isTrue();
    }

    @Test
    void doesNotMindForm() {
        var other =
                """
                {"Statement": [
                  {"Effect": "Deny", "Action": ["KMS:putkeypolicy"], "Resource": ["*"],
                   "Principal": {"AWS": "*"}},
                  {"Condition": {"Bool": {"AWS:SECURETRANSPORT": "true"},
                                 "StringEquals": {"aws:principalorgid": ["o-b", "o-a"]}},
                   "Action": ["kms:DescribeKey", "kms:CreateGrant", "kms:CreateGrant"],
                   "Resource": "*", "Sid": "Other", "Effect": "Allow",
                   "Principal": {"AWS": ["222222222222", "arn:aws:iam::111111111111:root"]}}]}
                """;
        assertThat(PolicyDocuments.sameMeaning(POLICY, other)).isTrue();
        assertThat(PolicyDocuments.sameMeaning(other, POLICY)).isTrue();
    }

    @Test
    void doesNotMindOneStatementInsteadOfAListOfOne() {
        var one = "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"a:B\"}";
        assertThat(same("{\"Statement\": " + one + "}", "{\"Statement\": [" + one + "]}")).isTrue();
        assertThat(
                        same(
                                "{\"Statement\": " + one + "}",
                                "{\"Statement\": [" + one + "," + one + "]}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Effect\": \"Allow\" -> \"Effect\": \"Deny\"",
                "222222222222 -> 333333333333",
                "[\"111111111111\", \"222222222222\"] -> \"*\"",
                "\"kms:DescribeKey\" -> \"kms:*\"",
                "\"kms:CreateGrant\",  -> ",
                "\"Action\": \"kms:PutKeyPolicy\" -> \"NotAction\": \"kms:PutKeyPolicy\"",
                "\"Principal\": \"*\" -> \"NotPrincipal\": \"*\"",
                "\"Resource\": \"*\" -> \"Resource\": \"arn:aws:kms:::key/x\"",
                "[\"o-a\", \"o-b\"] -> [\"o-a\", \"o-c\"]",
                "[\"o-a\", \"o-b\"] -> \"o-a, o-b\"",
                "[\"o-a\", \"o-b\"] -> [\"O-A\", \"o-b\"]",
                "StringEquals -> StringLike",
                "aws:PrincipalOrgID -> aws:SourceOrgID",
                "true -> false",
                ", \"Bool\": {\"aws:SecureTransport\": true} -> "
            })
    void noticesAnotherMeaning(String change) {
        var at = change.indexOf(" -> ");
        var other = POLICY.replace(change.substring(0, at), change.substring(at + 4));
        assertThat(other).isNotEqualTo(POLICY);
        assertThat(same(POLICY, other)).isFalse();
        assertThat(same(other, POLICY)).isFalse();
    }

    @Test
    void noticesAStatementMoreOrLess() {
        var allow = "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"a:B\"}";
        var deny = "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"a:C\"}";
        var both = "{\"Statement\": [" + allow + "," + deny + "]}";
        assertThat(same(both, "{\"Statement\": [" + allow + "]}")).isFalse();
        assertThat(same("{\"Statement\": [" + deny + "]}", both)).isFalse();
    }

    @Test
    void noticesAServiceThatTakesThePlaceOfAnAccount() {
        assertThat(same(principal("{\"AWS\": \"*\"}"), principal("{\"Service\": \"*\"}")))
                .isFalse();
        assertThat(same(principal("\"*\""), principal("{\"AWS\": \"*\"}"))).isTrue();
    }

    @Test
    void noticesASecondConditionKeyThatDiffersInCaseOnly() {
        var ours = condition("{\"aws:PrincipalOrgID\": \"o-a\"}");
        var theirs =
                condition("{\"AWS:PrincipalOrgID\": \"o-evil\", \"aws:PrincipalOrgID\": \"o-a\"}");
        assertThat(same(ours, theirs)).isFalse();
    }

    @Test
    void noticesTheVersionOnlyWhereItDecidesWhatAVariableIs() {
        var plain = "\"Statement\": [{\"Effect\": \"Deny\", \"Resource\": \"*\"}]}";
        var variable =
                "\"Statement\": [{\"Effect\": \"Deny\", \"Resource\": \"${aws:username}\"}]}";
        assertThat(same("{\"Version\": \"2012-10-17\"," + plain, "{" + plain)).isTrue();
        assertThat(same("{\"Version\": \"2012-10-17\"," + variable, "{" + variable)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "null", "{\"Id\": \"a\", \"Id\": \"b\"}"})
    void takesWhatIsNoDocumentForDifferentEvenFromItself(String text) {
        assertThat(same(text, text)).isFalse();
        assertThat(same(POLICY, text)).isFalse();
        assertThat(same(text, POLICY)).isFalse();
    }

    private static boolean same(String one, String other) {
        return PolicyDocuments.sameMeaning(one, other);
    }

    private static String principal(String principal) {
        return "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": " + principal + "}}";
    }

    private static String condition(String keys) {
        return "{\"Statement\": {\"Condition\": {\"StringEquals\": " + keys + "}}}";
    }
}
