package secondbackup.simulation.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each kind of policy, alone: what only it allows, and what only it denies.
class AccessTest {
    private static final String HOME = "111111111111";
    private static final String AWAY = "222222222222";
    private static final String REGION = "eu-west-1";
    private static final String VAULT = "arn:aws:backup:eu-west-1:111111111111:backup-vault:orders";
    private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/one";
    private static final String AWAY_KEY = "arn:aws:kms:eu-west-1:222222222222:key/two";
    private static final String AWAY_VAULT =
            "arn:aws:backup:eu-west-1:222222222222:backup-vault:orders";
    private static final String AWAY_ROLE = "arn:aws:iam::222222222222:role/reader";
    private static final String FULL =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}
            """;

    private final Roles roles = new Roles();
    private final TreeMap<String, List<List<String>>> guardrails = new TreeMap<>();
    private final Access access =
            new Access(
                    roles,
                    new Named(guardrails),
                    InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
    private final Roles.Role role = new Roles.Role(HOME, "sweep", "AROASWEEP", "");

    private record Named(TreeMap<String, List<List<String>>> levels) implements Guardrails {
        @Override
        public List<List<String>> serviceControlPolicies(String account) {
            return levels.getOrDefault(account, List.of());
        }

        @Override
        public String organization(String account) {
            return "o-exampleorgid";
        }

        @Override
        public String organizationPath(String account) {
            return "o-exampleorgid/r-root/";
        }
    }

    @BeforeEach
    void addRole() {
        roles.put(role);
        role.policies.put("all", FULL);
    }

    private Decision ask(AccessRequest request) {
        return access.decide(session(""), REGION, request);
    }

    private static Principal session(String policy) {
        return new Principal.RoleSession(HOME, "sweep", "daily", policy);
    }

    private static String words(Decision decision) {
        return decision instanceof Decision.Denied(var message) ? message : "allowed";
    }

    private static String identity(String effect, String action, String resource) {
        return """
        {"Version":"2012-10-17","Statement":{"Effect":"%s","Action":"%s","Resource":"%s"}}
        """
                .formatted(effect, action, resource);
    }

    private static String owned(String effect, String principal, String action) {
        return """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"%s","Principal":{"AWS":"%s"},"Action":"%s","Resource":"*"}]}
        """
                .formatted(effect, principal, action);
    }

    private static String trust(String effect, String principal) {
        return """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"%s","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}
        """
                .formatted(effect, principal);
    }

    private static AccessRequest describe() {
        return AccessRequest.of("backup:DescribeBackupVault", VAULT);
    }

    private static AccessRequest copyIntoAway(String policy) {
        return AccessRequest.of("backup:CopyIntoBackupVault", AWAY_VAULT).guardedBy(policy, AWAY);
    }

    private static AccessRequest useKey(String policy) {
        return AccessRequest.of("kms:DescribeKey", KEY).guardedBy(policy, HOME);
    }

    private static AccessRequest assumeAway(String policy) {
        return AccessRequest.of("sts:AssumeRole", AWAY_ROLE).guardedBy(policy, AWAY);
    }

    @Test
    void identityPolicyAloneAllowsWithinTheAccount() {
        assertThat(ask(describe()).allowed()).isTrue();
        role.policies.clear();
        assertThat(words(ask(describe())))
                .isEqualTo(
                        "User: arn:aws:sts::111111111111:assumed-role/sweep/daily is not authorized"
                                + " to perform: backup:DescribeBackupVault on resource: "
                                + VAULT
                                + " because no identity-based policy allows the"
                                + " backup:DescribeBackupVault action");
    }

    @Test
    void managedPolicyCountsLikeAnInlineOne() {
        role.policies.clear();
        role.attached.put("arn:aws:iam::aws:policy/Full", FULL);
        assertThat(ask(describe()).allowed()).isTrue();
    }

    @Test
    void identityPolicyAloneDenies() {
        role.policies.put("deny", identity("Deny", "backup:Describe*", "*"));
        assertThat(words(ask(describe())))
                .endsWith(VAULT + " with an explicit deny in an identity-based policy");
    }

    @Test
    void resourcePolicyAloneAllowsWithinTheAccount() {
        role.policies.clear();
        var policy = owned("Allow", role.arn(), "backup:DescribeBackupVault");
        assertThat(ask(describe().guardedBy(policy, HOME)).allowed()).isTrue();
        assertThat(ask(describe().guardedBy("", HOME)).allowed()).isFalse();
    }

    @Test
    void resourcePolicyThatNamesOnlyTheAccountNeedsAnIdentityPolicy() {
        var policy = owned("Allow", HOME, "backup:DescribeBackupVault");
        assertThat(ask(describe().guardedBy(policy, HOME)).allowed()).isTrue();
        role.policies.clear();
        assertThat(ask(describe().guardedBy(policy, HOME)).allowed()).isFalse();
    }

    @Test
    void resourcePolicyAloneDenies() {
        var policy = owned("Deny", "*", "backup:DescribeBackupVault");
        assertThat(words(ask(describe().guardedBy(policy, HOME))))
                .endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void acrossAccountsBothMustAllow() {
        var policy = owned("Allow", HOME, "backup:CopyIntoBackupVault");
        assertThat(ask(copyIntoAway(policy)).allowed()).isTrue();
        assertThat(words(ask(copyIntoAway(""))))
                .endsWith(
                        "because no resource-based policy allows the backup:CopyIntoBackupVault"
                                + " action");
        role.policies.clear();
        assertThat(words(ask(copyIntoAway(policy))))
                .contains("because no identity-based policy allows");
    }

    @Test
    void keyPolicyMustAllowEvenWithinTheAccount() {
        assertThat(ask(useKey(owned("Allow", HOME, "kms:*"))).allowed()).isTrue();
        assertThat(words(ask(useKey(owned("Allow", AWAY, "kms:*")))))
                .endsWith("because no resource-based policy allows the kms:DescribeKey action");
        assertThat(ask(useKey("")).allowed()).isFalse();
    }

    @Test
    void keyPolicyForTheAccountNeedsAnIdentityPolicyAndOneForTheRoleDoesNot() {
        role.policies.clear();
        assertThat(ask(useKey(owned("Allow", HOME, "kms:*"))).allowed()).isFalse();
        assertThat(ask(useKey(owned("Allow", role.arn(), "kms:*"))).allowed()).isTrue();
    }

    @Test
    void keyPolicyAloneDenies() {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},
                   "Action":"kms:*","Resource":"*"},
                  {"Effect":"Deny","Principal":"*","Action":"kms:DescribeKey","Resource":"*"}]}
                """;
        assertThat(words(ask(useKey(policy))))
                .endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void keyOfAnotherAccountNeedsBoth() {
        var request = AccessRequest.of("kms:DescribeKey", AWAY_KEY);
        assertThat(ask(request.guardedBy(owned("Allow", HOME, "kms:*"), AWAY)).allowed()).isTrue();
        assertThat(ask(request.guardedBy(owned("Allow", AWAY, "kms:*"), AWAY)).allowed()).isFalse();
    }

    @Test
    void trustPolicyMustAllow() {
        assertThat(ask(assumeAway(trust("Allow", HOME))).allowed()).isTrue();
        assertThat(words(ask(assumeAway(trust("Allow", "333333333333")))))
                .isEqualTo(
                        "User: arn:aws:sts::111111111111:assumed-role/sweep/daily is not authorized"
                                + " to perform: sts:AssumeRole on resource: "
                                + AWAY_ROLE);
        assertThat(ask(assumeAway("")).allowed()).isFalse();
    }

    @Test
    void trustPolicyMustAllowWithinTheAccountToo() {
        var request = AccessRequest.of("sts:AssumeRole", "arn:aws:iam::111111111111:role/other");
        assertThat(ask(request.guardedBy(trust("Allow", HOME), HOME)).allowed()).isTrue();
        assertThat(ask(request.guardedBy(trust("Allow", AWAY), HOME)).allowed()).isFalse();
    }

    @Test
    void trustPolicyAloneDenies() {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"},
                  {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}
                """;
        assertThat(ask(assumeAway(policy)).allowed()).isFalse();
    }

    @Test
    void identityPolicyMustAllowAssumingARoleElsewhere() {
        role.policies.put("all", identity("Allow", "backup:*", "*"));
        assertThat(words(ask(assumeAway(trust("Allow", HOME)))))
                .contains("because no identity-based policy allows the sts:AssumeRole action");
    }

    @Test
    void sessionPolicyLimitsWhatTheIdentityPolicyAllows() {
        var narrow = identity("Allow", "backup:List*", "*");
        var wide = identity("Allow", "backup:*", "*");
        assertThat(access.decide(session(wide), REGION, describe()).allowed()).isTrue();
        assertThat(words(access.decide(session(narrow), REGION, describe())))
                .endsWith("because no session policy allows the backup:DescribeBackupVault action");
    }

    @Test
    void sessionPolicyAloneDenies() {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"*","Resource":"*"},
                  {"Effect":"Deny","Action":"backup:DescribeBackupVault","Resource":"*"}]}
                """;
        assertThat(words(access.decide(session(policy), REGION, describe())))
                .endsWith("with an explicit deny in a session policy");
    }

    @Test
    void sessionPolicyLimitsAResourcePolicyThatNamesTheRoleButNotOneThatNamesTheSession() {
        var narrow = identity("Allow", "backup:List*", "*");
        var forRole = owned("Allow", role.arn(), "backup:*");
        var forSession = owned("Allow", session("").arn(), "backup:*");
        assertThat(
                        access.decide(session(narrow), REGION, describe().guardedBy(forRole, HOME))
                                .allowed())
                .isFalse();
        assertThat(
                        access.decide(
                                        session(narrow),
                                        REGION,
                                        describe().guardedBy(forSession, HOME))
                                .allowed())
                .isTrue();
    }

    @Test
    void everyLevelOfServiceControlPoliciesMustAllow() {
        guardrails.put(HOME, List.of(List.of(FULL), List.of(FULL)));
        assertThat(ask(describe()).allowed()).isTrue();
        guardrails.put(HOME, List.of(List.of(FULL), List.of()));
        assertThat(words(ask(describe())))
                .endsWith(
                        "because no service control policy allows the backup:DescribeBackupVault"
                                + " action");
    }

    @Test
    void serviceControlPolicyAloneDenies() {
        guardrails.put(HOME, List.of(List.of(FULL, identity("Deny", "backup:*", "*"))));
        assertThat(words(ask(describe())))
                .endsWith("with an explicit deny in a service control policy");
        assertThat(access.decide(new Principal.Administrator(HOME), REGION, describe()).allowed())
                .isFalse();
    }

    @Test
    void serviceControlPoliciesOfTheResourcesAccountDoNotBindTheCaller() {
        guardrails.put(AWAY, List.of(List.of(identity("Deny", "*", "*"))));
        var policy = owned("Allow", HOME, "backup:CopyIntoBackupVault");
        assertThat(ask(copyIntoAway(policy)).allowed()).isTrue();
    }

    @Test
    void serviceControlPoliciesBindPassedRolesButNotServiceLinkedOnes() {
        guardrails.put(HOME, List.of(List.of(identity("Deny", "rds:*", "*"))));
        var copy =
                AccessRequest.of(
                        "rds:CopyDBClusterSnapshot",
                        "arn:aws:rds:eu-west-1:111111111111:cluster-snapshot:awsbackup:copyjob-1");
        var passed = new Principal.PassedRole(HOME, "sweep", "backup.amazonaws.com");
        var linked =
                new Principal.ServiceLinkedRole(
                        HOME, "AWSServiceRoleForBackup", "backup.amazonaws.com");
        assertThat(access.decide(passed, REGION, copy).allowed()).isFalse();
        assertThat(access.decide(linked, REGION, copy).allowed()).isTrue();
    }

    @Test
    void serviceLinkedRoleMayDoOnlyWhatItsManagedPolicySays() {
        var linked =
                new Principal.ServiceLinkedRole(
                        HOME, "AWSServiceRoleForBackup", "backup.amazonaws.com");
        var grant =
                AccessRequest.of("kms:CreateGrant", KEY)
                        .guardedBy(owned("Allow", HOME, "kms:*"), HOME)
                        .with("kms:GrantIsForAWSResource", "true");
        assertThat(
                        access.decide(
                                        linked,
                                        REGION,
                                        grant.with("kms:ViaService", "rds.eu-west-1.amazonaws.com"))
                                .allowed())
                .isTrue();
        assertThat(access.decide(linked, REGION, grant).allowed()).isFalse();
        assertThat(access.decide(linked, REGION, describe()).allowed()).isFalse();
    }

    @Test
    void administratorMayDoEverythingInTheAccountButNothingElsewhereUninvited() {
        var administrator = new Principal.Administrator(HOME);
        assertThat(access.decide(administrator, REGION, describe()).allowed()).isTrue();
        assertThat(access.decide(administrator, REGION, copyIntoAway("")).allowed()).isFalse();
    }

    @Test
    void nobodyMayDoNothing() {
        assertThat(access.decide(new Principal.Anonymous(), REGION, describe()).allowed())
                .isFalse();
    }

    @Test
    void serviceActsByTheResourcesOwnPolicyOnly() {
        role.trustPolicy =
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                 "Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}}}
                """;
        assertThat(access.assumable(role, "backup.amazonaws.com", REGION).allowed()).isTrue();
        assertThat(access.assumable(role, "lambda.amazonaws.com", REGION).allowed()).isFalse();
    }

    @Test
    void deletedRoleMayDoNothing() {
        roles.remove(HOME, "sweep");
        assertThat(ask(describe()).allowed()).isFalse();
    }
}
