package secondbackup.simulation.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.iam.IamFixture.AWAY;
import static secondbackup.simulation.iam.IamFixture.HOME;
import static secondbackup.simulation.iam.IamFixture.REGION;
import static secondbackup.simulation.iam.IamFixture.describe;
import static secondbackup.simulation.iam.IamFixture.identity;
import static secondbackup.simulation.iam.IamFixture.owned;
import static secondbackup.simulation.iam.IamFixture.trust;
import static secondbackup.simulation.iam.IamFixture.words;

import org.junit.jupiter.api.Test;

/// Policies of resources, keys and roles, each alone: what only it allows, what only it denies.
class ResourceAccessTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/one";
    private static final String AWAY_KEY = "arn:aws:kms:eu-west-1:222222222222:key/two";
    private static final String AWAY_VAULT =
            "arn:aws:backup:eu-west-1:222222222222:backup-vault:orders";
    private static final String AWAY_ROLE = "arn:aws:iam::222222222222:role/reader";

    private final IamFixture world = new IamFixture();

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
    void resourcePolicyAloneAllowsWithinTheAccount() {
        world.role.policies.clear();
        var policy = owned("Allow", world.role.arn(), "backup:DescribeBackupVault");
        assertThat(world.ask(describe().guardedBy(policy, HOME)).allowed()).isTrue();
        assertThat(world.ask(describe().guardedBy("", HOME)).allowed()).isFalse();
    }

    @Test
    void resourcePolicyThatNamesOnlyTheAccountNeedsAnIdentityPolicy() {
        var policy = owned("Allow", HOME, "backup:DescribeBackupVault");
        assertThat(world.ask(describe().guardedBy(policy, HOME)).allowed()).isTrue();
        world.role.policies.clear();
        assertThat(world.ask(describe().guardedBy(policy, HOME)).allowed()).isFalse();
    }

    @Test
    void resourcePolicyAloneDenies() {
        var policy = owned("Deny", "*", "backup:DescribeBackupVault");
        assertThat(words(world.ask(describe().guardedBy(policy, HOME))))
                .endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void acrossAccountsBothMustAllow() {
        var policy = owned("Allow", HOME, "backup:CopyIntoBackupVault");
        assertThat(world.ask(copyIntoAway(policy)).allowed()).isTrue();
        assertThat(words(world.ask(copyIntoAway(""))))
                .endsWith(
                        "because no resource-based policy allows the backup:CopyIntoBackupVault"
                                + " action");
        world.role.policies.clear();
        assertThat(words(world.ask(copyIntoAway(policy))))
                .contains("because no identity-based policy allows");
    }

    @Test
    void keyPolicyMustAllowEvenWithinTheAccount() {
        assertThat(world.ask(useKey(owned("Allow", HOME, "kms:*"))).allowed()).isTrue();
        assertThat(words(world.ask(useKey(owned("Allow", AWAY, "kms:*")))))
                .endsWith("because no resource-based policy allows the kms:DescribeKey action");
        assertThat(world.ask(useKey("")).allowed()).isFalse();
    }

    @Test
    void keyPolicyForTheAccountNeedsAnIdentityPolicyAndOneForTheRoleDoesNot() {
        world.role.policies.clear();
        assertThat(world.ask(useKey(owned("Allow", HOME, "kms:*"))).allowed()).isFalse();
        assertThat(world.ask(useKey(owned("Allow", world.role.arn(), "kms:*"))).allowed()).isTrue();
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
        assertThat(words(world.ask(useKey(policy))))
                .endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void keyOfAnotherAccountNeedsBoth() {
        var request = AccessRequest.of("kms:DescribeKey", AWAY_KEY);
        assertThat(world.ask(request.guardedBy(owned("Allow", HOME, "kms:*"), AWAY)).allowed())
                .isTrue();
        assertThat(world.ask(request.guardedBy(owned("Allow", AWAY, "kms:*"), AWAY)).allowed())
                .isFalse();
    }

    @Test
    void trustPolicyMustAllow() {
        assertThat(world.ask(assumeAway(trust("Allow", HOME))).allowed()).isTrue();
        assertThat(words(world.ask(assumeAway(trust("Allow", "333333333333")))))
                .isEqualTo(
                        "User: arn:aws:sts::111111111111:assumed-role/sweep/daily is not authorized"
                                + " to perform: sts:AssumeRole on resource: "
                                + AWAY_ROLE);
        assertThat(world.ask(assumeAway("")).allowed()).isFalse();
    }

    @Test
    void trustPolicyMustAllowWithinTheAccountToo() {
        var request = AccessRequest.of("sts:AssumeRole", "arn:aws:iam::111111111111:role/other");
        assertThat(world.ask(request.guardedBy(trust("Allow", HOME), HOME)).allowed()).isTrue();
        assertThat(world.ask(request.guardedBy(trust("Allow", AWAY), HOME)).allowed()).isFalse();
    }

    @Test
    void trustPolicyAloneDenies() {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"},
                  {"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}
                """;
        assertThat(world.ask(assumeAway(policy)).allowed()).isFalse();
    }

    @Test
    void identityPolicyMustAllowAssumingARoleElsewhere() {
        world.role.policies.put("all", identity("Allow", "backup:*", "*"));
        assertThat(words(world.ask(assumeAway(trust("Allow", HOME)))))
                .contains("because no identity-based policy allows the sts:AssumeRole action");
    }

    @Test
    void serviceActsByTheResourcesOwnPolicyOnly() {
        world.role.trustPolicy =
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                 "Principal":{"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}}}
                """;
        assertThat(world.access.assumable(world.role, "backup.amazonaws.com", REGION).allowed())
                .isTrue();
        assertThat(world.access.assumable(world.role, "lambda.amazonaws.com", REGION).allowed())
                .isFalse();
    }
}
