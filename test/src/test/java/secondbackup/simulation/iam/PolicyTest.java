package secondbackup.simulation.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.iam.IamFixture.HOME;
import static secondbackup.simulation.iam.IamFixture.REGION;
import static secondbackup.simulation.iam.IamFixture.describe;
import static secondbackup.simulation.iam.IamFixture.session;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What policies may say, what they mean, and what is not understood.
class PolicyTest {
    private final IamFixture world = new IamFixture();

    private void rolePolicy(String statement) {
        world.role.policies.put(
                "all", "{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}");
    }

    private boolean allowed(AccessRequest request) {
        return world.ask(request).allowed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"Action":"backup:*","Resource":"*"}                   | Effect must be Allow or Deny
                    {"Effect":"Permit","Action":"*","Resource":"*"}        | Effect must be Allow or Deny
                    {"Effect":"Allow","Resource":"*"}                      | need either Action or NotAction
                    {"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"} | need either Action or NotAction
                    {"Effect":"Allow","Action":"*"}                        | need either Resource or NotResource
                    {"Effect":"Allow","Action":[],"Resource":"*"}          | Action must not be empty
                    {"Effect":"Allow","Action":"backup","Resource":"*"}    | Action backup is not service:action
                    {"Effect":"Allow","Action":"*","Resource":"vault"}     | Resource vault is no ARN
                    {"Effect":"Allow","Action":"*","Resource":"arn:aws:rds:*"} | Resource arn:aws:rds:* is no ARN
                    {"Effect":"Allow","Action":"*","Resource":"*","When":{}} | policy element When is not known
                    {"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"} | Principal does not belong here
                    {"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipleArn":"x"}}} | aws:principlearn is not known
                    {"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Near":{"aws:PrincipalArn":"x"}}} | operator Near is not known
                    {"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:user}/*"} | aws:user is not known
                    []                                                     | policy without a Statement
                    """)
    void refusesAnIdentityPolicyThatItDoesNotUnderstand(String statement, String complaint) {
        rolePolicy(statement);
        assertThatThrownBy(() -> world.ask(describe()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"Effect":"Allow","Action":"*","Resource":"*"}                  | Principal is missing
                    {"Effect":"Allow","Principal":"all","Action":"*"}               | Principal all is not *
                    {"Effect":"Allow","Principal":{"AWS":"ann"},"Action":"*"}       | Principal ann is not a known ARN
                    {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/*"},"Action":"*"} | is not a known ARN
                    {"Effect":"Allow","Principal":{"Service":"backup"},"Action":"*"} | Principal backup is not an AWS service
                    {"Effect":"Allow","Principal":{"Federated":"x"},"Action":"*"}   | Principal Federated is not known
                    {"Effect":"Allow","Principal":{},"Action":"*"}                  | Principal names nobody
                    {"Effect":"Allow","NotPrincipal":{"AWS":"111111111111"},"Action":"*"} | NotPrincipal with Allow
                    """)
    void refusesAResourcePolicyThatItDoesNotUnderstand(String statement, String complaint) {
        var policy = "{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}";
        assertThatThrownBy(() -> world.ask(describe().guardedBy(policy, HOME)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesAResourceInATrustPolicy() {
        var request =
                AccessRequest.of("sts:AssumeRole", world.role.arn())
                        .guardedBy(
                                """
                                {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                                 "Principal":"*","Action":"sts:AssumeRole","Resource":"*"}}
                                """,
                                HOME);
        assertThatThrownBy(() -> world.ask(request))
                .hasMessageContaining("a trust policy has no Resource");
    }

    @Test
    void refusesTextThatIsNotJsonAndVariablesInOldVersions() {
        world.role.policies.put("all", "{");
        assertThatThrownBy(() -> world.ask(describe())).hasMessageContaining("policy is not JSON");
        world.role.policies.put(
                "all",
                """
                {"Statement":{"Effect":"Allow","Action":"*",
                 "Resource":"arn:aws:s3:::${aws:username}"}}
                """);
        assertThatThrownBy(() -> world.ask(describe()))
                .hasMessageContaining("Version 2008-10-17 has no policy variables");
    }

    @Test
    void knowsAKeyThatTheRequestBringsItself() {
        rolePolicy(
                """
                {"Effect":"Allow","Action":"*","Resource":"*",
                 "Condition":{"StringEquals":{"rds:NewKey":"yes"}}}
                """);
        assertThat(allowed(describe().with("rds:newkey", "yes"))).isTrue();
        assertThat(allowed(describe().with("rds:NewKey", "no"))).isFalse();
    }

    @Test
    void treatsAKeyThatOnlyAwsKnowsAsAbsent() {
        rolePolicy(
                """
                {"Effect":"Allow","Action":"*","Resource":"*",
                 "Condition":{"StringEquals":{"kms:ViaService":"rds.eu-west-1.amazonaws.com"}}}
                """);
        assertThatCode(() -> world.ask(describe())).doesNotThrowAnyException();
        assertThat(allowed(describe())).isFalse();
    }

    @Test
    void readsNotActionAndNotResource() {
        rolePolicy("{\"Effect\":\"Allow\",\"NotAction\":\"backup:Delete*\",\"Resource\":\"*\"}");
        assertThat(allowed(describe())).isTrue();
        assertThat(allowed(AccessRequest.of("backup:DeleteBackupVault", "*"))).isFalse();
        rolePolicy(
                """
                {"Effect":"Allow","Action":"*","NotResource":"arn:aws:backup:*:*:backup-vault:o*"}
                """);
        assertThat(allowed(describe())).isFalse();
        assertThat(allowed(AccessRequest.of("rds:DescribeDBClusters", "*"))).isTrue();
    }

    @Test
    void comparesActionsWithoutCaseAndResourcesWithCase() {
        rolePolicy("{\"Effect\":\"Allow\",\"Action\":\"Backup:describe*\",\"Resource\":\"*\"}");
        assertThat(allowed(describe())).isTrue();
        rolePolicy(
                """
                {"Effect":"Allow","Action":"*","Resource":"arn:aws:backup:*:*:backup-vault:ORDERS"}
                """);
        assertThat(allowed(describe())).isFalse();
    }

    @Test
    void notPrincipalSparesOnlyWhomItListsWithAccountRoleAndSession() {
        var all = List.of("arn:aws:iam::111111111111:root", world.role.arn(), session("").arn());
        assertThat(allowed(describe().guardedBy(denyAllBut(all), HOME))).isTrue();
        assertThat(allowed(describe().guardedBy(denyAllBut(all.subList(0, 2)), HOME))).isFalse();
    }

    private static String denyAllBut(List<String> principals) {
        return """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["%s"]},
         "Action":"*","Resource":"*"}}
        """
                .formatted(String.join("\",\"", principals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    aws:PrincipalArn           | arn:aws:iam::111111111111:role/sweep
                    aws:PrincipalAccount       | 111111111111
                    aws:PrincipalOrgID         | o-exampleorgid
                    aws:PrincipalOrgPaths      | o-exampleorgid/r-root/ou-111111111111/
                    aws:PrincipalIsAWSService  | false
                    aws:PrincipalType          | AssumedRole
                    aws:userid                 | AROASWEEP:daily
                    aws:RequestedRegion        | eu-west-1
                    aws:CurrentTime            | 2026-11-22T10:00:00Z
                    aws:EpochTime              | 1795341600
                    aws:ResourceAccount        | 222222222222
                    aws:ResourceOrgID          | o-exampleorgid
                    aws:ResourceOrgPaths       | o-exampleorgid/r-root/ou-222222222222/
                    aws:SecureTransport        | true
                    """)
    void fillsInTheGlobalKeys(String key, String value) {
        assertThat(global("backup:CopyIntoBackupVault", key)).containsExactly(value);
    }

    @Test
    void callsOfGlobalServicesAreMadeInVirginia() {
        for (var action :
                List.of("iam:GetRole", "organizations:ListAccounts", "account:ListRegions")) {
            assertThat(global(action, "aws:RequestedRegion")).containsExactly("us-east-1");
        }
        assertThat(global("sts:AssumeRole", "aws:RequestedRegion")).containsExactly(REGION);
    }

    private List<String> global(String action, String key) {
        var caller = Caller.of(session(""), world.roles);
        var request = AccessRequest.of(action, "*").guardedBy("", "222222222222");
        var question =
                new Question(caller, REGION, request, IamFixture.named(), world.time.instant());
        return question.values(key.toLowerCase(Locale.ROOT));
    }

    @Test
    void timeMovesForPoliciesToo() {
        rolePolicy(
                """
                {"Effect":"Allow","Action":"*","Resource":"*",
                 "Condition":{"DateLessThan":{"aws:CurrentTime":"2026-11-22T11:00:00Z"}}}
                """);
        world.time.advance(Duration.ofMinutes(59));
        assertThat(allowed(describe())).isTrue();
        world.time.advance(Duration.ofMinutes(1));
        assertThat(allowed(describe())).isFalse();
    }
}
