package secondbackup.simulation.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.iam.IamFixture.AWAY;
import static secondbackup.simulation.iam.IamFixture.FULL;
import static secondbackup.simulation.iam.IamFixture.HOME;
import static secondbackup.simulation.iam.IamFixture.REGION;
import static secondbackup.simulation.iam.IamFixture.VAULT;
import static secondbackup.simulation.iam.IamFixture.describe;
import static secondbackup.simulation.iam.IamFixture.identity;
import static secondbackup.simulation.iam.IamFixture.owned;
import static secondbackup.simulation.iam.IamFixture.session;
import static secondbackup.simulation.iam.IamFixture.words;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Identity, session and service control policies, each alone: what only it allows, what only it denies.
class AccessTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/one";

    private final IamFixture world = new IamFixture();

    private static AccessRequest copyAway() {
        return AccessRequest.of(
                        "backup:CopyIntoBackupVault",
                        "arn:aws:backup:eu-west-1:222222222222:backup-vault:orders")
                .guardedBy("", AWAY);
    }

    @Test
    void identityPolicyAloneAllowsWithinTheAccount() {
        assertThat(world.ask(describe()).allowed()).isTrue();
        world.role.policies.clear();
        assertThat(words(world.ask(describe())))
                .isEqualTo(
                        "User: arn:aws:sts::111111111111:assumed-role/sweep/daily is not authorized"
                                + " to perform: backup:DescribeBackupVault on resource: "
                                + VAULT
                                + " because no identity-based policy allows the"
                                + " backup:DescribeBackupVault action");
    }

    @Test
    void managedPolicyCountsLikeAnInlineOne() {
        world.role.policies.clear();
        world.role.attached.put("arn:aws:iam::aws:policy/Full", FULL);
        assertThat(world.ask(describe()).allowed()).isTrue();
    }

    @Test
    void identityPolicyAloneDenies() {
        world.role.policies.put("deny", identity("Deny", "backup:Describe*", "*"));
        assertThat(words(world.ask(describe())))
                .endsWith(VAULT + " with an explicit deny in an identity-based policy");
    }

    @Test
    void sessionPolicyLimitsWhatTheIdentityPolicyAllows() {
        var narrow = identity("Allow", "backup:List*", "*");
        var wide = identity("Allow", "backup:*", "*");
        assertThat(world.access.decide(session(wide), REGION, describe()).allowed()).isTrue();
        assertThat(words(world.access.decide(session(narrow), REGION, describe())))
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
        assertThat(words(world.access.decide(session(policy), REGION, describe())))
                .endsWith("with an explicit deny in a session policy");
    }

    @Test
    void sessionPolicyLimitsAResourcePolicyThatNamesTheRoleButNotOneThatNamesTheSession() {
        var narrow = identity("Allow", "backup:List*", "*");
        var forRole = owned("Allow", world.role.arn(), "backup:*");
        var forSession = owned("Allow", session("").arn(), "backup:*");
        assertThat(
                        world.access
                                .decide(
                                        session(narrow),
                                        REGION,
                                        describe().guardedBy(forRole, HOME))
                                .allowed())
                .isFalse();
        assertThat(
                        world.access
                                .decide(
                                        session(narrow),
                                        REGION,
                                        describe().guardedBy(forSession, HOME))
                                .allowed())
                .isTrue();
    }

    @Test
    void everyLevelOfServiceControlPoliciesMustAllow() {
        world.guardrails.put(HOME, List.of(List.of(FULL), List.of(FULL)));
        assertThat(world.ask(describe()).allowed()).isTrue();
        world.guardrails.put(HOME, List.of(List.of(FULL), List.of()));
        assertThat(words(world.ask(describe())))
                .endsWith(
                        "because no service control policy allows the backup:DescribeBackupVault"
                                + " action");
    }

    @Test
    void serviceControlPolicyAloneDenies() {
        world.guardrails.put(HOME, List.of(List.of(FULL, identity("Deny", "backup:*", "*"))));
        assertThat(words(world.ask(describe())))
                .endsWith("with an explicit deny in a service control policy");
        assertThat(
                        world.access
                                .decide(new Principal.Administrator(HOME), REGION, describe())
                                .allowed())
                .isFalse();
    }

    @Test
    void serviceControlPoliciesOfTheResourcesAccountDoNotBindTheCaller() {
        world.guardrails.put(AWAY, List.of(List.of(identity("Deny", "*", "*"))));
        var policy = owned("Allow", HOME, "backup:CopyIntoBackupVault");
        assertThat(world.ask(copyAway().guardedBy(policy, AWAY)).allowed()).isTrue();
    }

    @Test
    void serviceControlPoliciesBindPassedRolesButNotServiceLinkedOnes() {
        world.guardrails.put(HOME, List.of(List.of(identity("Deny", "rds:*", "*"))));
        var copy =
                AccessRequest.of(
                        "rds:CopyDBClusterSnapshot",
                        "arn:aws:rds:eu-west-1:111111111111:cluster-snapshot:awsbackup:copyjob-1");
        var passed = new Principal.PassedRole(HOME, "sweep", "backup.amazonaws.com");
        var linked =
                new Principal.ServiceLinkedRole(
                        HOME, "AWSServiceRoleForBackup", "backup.amazonaws.com");
        assertThat(world.access.decide(passed, REGION, copy).allowed()).isFalse();
        assertThat(world.access.decide(linked, REGION, copy).allowed()).isTrue();
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
                        world.access
                                .decide(
                                        linked,
                                        REGION,
                                        grant.with("kms:ViaService", "rds.eu-west-1.amazonaws.com"))
                                .allowed())
                .isTrue();
        assertThat(world.access.decide(linked, REGION, grant).allowed()).isFalse();
        assertThat(world.access.decide(linked, REGION, describe()).allowed()).isFalse();
    }

    @Test
    void administratorMayDoEverythingInTheAccountButNothingElsewhereUninvited() {
        var administrator = new Principal.Administrator(HOME);
        assertThat(world.access.decide(administrator, REGION, describe()).allowed()).isTrue();
        assertThat(world.access.decide(administrator, REGION, copyAway()).allowed()).isFalse();
    }

    @Test
    void nobodyMayDoNothing() {
        assertThat(world.access.decide(new Principal.Anonymous(), REGION, describe()).allowed())
                .isFalse();
    }

    @Test
    void deletedRoleMayDoNothing() {
        world.roles.remove(HOME, "sweep");
        assertThat(world.ask(describe()).allowed()).isFalse();
    }
}
