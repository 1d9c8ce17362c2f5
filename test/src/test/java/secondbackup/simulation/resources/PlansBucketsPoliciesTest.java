package secondbackup.simulation.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.Drift;
import secondbackup.simulation.cloudformation.Stack;
import secondbackup.simulation.cloudformation.StackStatus;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.organizations.Organization;

/// Plans and selections, buckets, policies of roles and of the organization.
final class PlansBucketsPoliciesTest {
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\
            {"Service":"backup.amazonaws.com"},"Action":"sts:AssumeRole"}]}\
            """;

    private final Desk desk = new Desk();

    private static String role() {
        return Desk.resource(
                "Role",
                "IAM::Role",
                "\"RoleName\":\"AWSBackup-app\",\"AssumeRolePolicyDocument\":" + TRUST);
    }

    private static String plan(int days) {
        return Desk.resource(
                "Plan",
                "Backup::BackupPlan",
                """
                "BackupPlan":{"BackupPlanName":"daily","BackupPlanRule":[{"RuleName":"daily",
                "TargetBackupVault":"second-backup-source","ScheduleExpression":"cron(0 3 * * ? *)",
                "ScheduleExpressionTimezone":"Europe/Berlin","Lifecycle":{"DeleteAfterDays":%d},
                "RecoveryPointTags":{"by":"app"},"CopyActions":[{"DestinationBackupVaultArn":
                "arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup",
                "Lifecycle":{"DeleteAfterDays":"35"}}]}]}\
                """
                        .formatted(days));
    }

    private static String selection(String name, String resource) {
        return Desk.resource(
                "Selection",
                "Backup::BackupSelection",
                """
                "BackupPlanId":{"Ref":"Plan"},"BackupSelection":{"SelectionName":"%s","IamRoleArn":
                {"Fn::GetAtt":["Role","Arn"]},"Resources":["%s"],"Conditions":{"StringNotEquals":
                [{"ConditionKey":"aws:ResourceTag/backup","ConditionValue":"no"}]}}\
                """
                        .formatted(name, resource));
    }

    private static final String CLUSTERS = "arn:aws:rds:*:*:cluster:*";

    @Test
    void aPlanIsChangedInPlaceAndDoesNotDrift() {
        var first = desk.deploy(role() + "," + plan(7) + "," + selection("all", CLUSTERS));
        assertThat(first.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        var id = first.resource("Plan").orElseThrow().physicalId();

        var stack = desk.deploy(role() + "," + plan(14) + "," + selection("all", CLUSTERS));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(stack.resource("Plan").orElseThrow().physicalId()).isEqualTo(id);
        assertThat(desk.drift(stack)).containsOnly(Drift.Status.IN_SYNC);
        assertThat(plan(id)).isEqualTo(14);
    }

    private long plan(String id) {
        return desk.of
                .backup()
                .plans()
                .find(desk.account, Desk.REGION, id)
                .orElseThrow()
                .rules()
                .getFirst()
                .lifecycle()
                .deleteAfterDays();
    }

    /// A selection is replaced whatever changes, the new one first: so its name must change too.
    @Test
    void aSelectionThatChangesNeedsANewName() {
        desk.deploy(role() + "," + plan(7) + "," + selection("all", CLUSTERS));
        var other = "arn:aws:rds:*:*:cluster:orders";

        var same = desk.deploy(role() + "," + plan(7) + "," + selection("all", other));
        assertThat(same.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(same.reason()).contains("Backup selection already exists");

        var renamed = desk.deploy(role() + "," + plan(7) + "," + selection("orders", other));
        assertThat(renamed.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void deletingTheStackTakesTheSelectionBeforeItsPlan() {
        var stack = desk.deploy(role() + "," + plan(7) + "," + selection("all", CLUSTERS));

        desk.delete(stack);

        assertThat(stack.status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aBucketsNameExistsOnceInTheWorld() {
        var bucket = Desk.resource("Bucket", "S3::Bucket", "\"BucketName\":\"app-papers\"");
        assertThat(desk.deploy(bucket).status()).isEqualTo(StackStatus.CREATE_COMPLETE);

        var other =
                desk.deployments.deploy(
                        new Principal.Administrator(SmallWorld.CONTROL),
                        Desk.REGION,
                        "app",
                        "{\"Resources\":{" + bucket + "}}");
        assertThat(other.reason()).contains("BucketAlreadyExists");
    }

    @Test
    void aBucketHasVersionsAPolicyAndRecordedFacts() {
        var stack =
                desk.deploy(
                        Desk.resource(
                                        "Bucket",
                                        "S3::Bucket",
                                        """
                                        "VersioningConfiguration":{"Status":"Enabled"},"LifecycleConfiguration":
                                        {"Rules":[{"Status":"Enabled","ExpirationInDays":30}]}\
                                        """)
                                + ","
                                + Desk.resource(
                                        "Policy",
                                        "S3::BucketPolicy",
                                        "\"Bucket\":{\"Ref\":\"Bucket\"},\"PolicyDocument\":"
                                                + Desk.guard("Deny", "s3:DeleteBucket")));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        var resource = stack.resource("Bucket").orElseThrow();
        var bucket = desk.of.buckets().find(resource.physicalId()).orElseThrow();
        assertThat(bucket.name).matches("app-bucket-[0-9a-z]{12}");
        assertThat(bucket.versioned).isTrue();
        assertThat(desk.deployments.facts().of(stack, resource).names())
                .containsExactly("LifecycleConfiguration");
        assertThat(desk.drift(stack)).containsOnly(Drift.Status.IN_SYNC);
    }

    @Test
    void policiesOfTheirOwnGoIntoRolesAndOut() {
        var read = Desk.policy("Allow", "s3:GetObject");
        var inline =
                Desk.resource(
                        "Inline",
                        "IAM::Policy",
                        "\"PolicyName\":\"more\",\"Roles\":[{\"Ref\":\"Role\"}],\"PolicyDocument\":"
                                + read);
        var managed =
                Desk.resource(
                        "Managed",
                        "IAM::ManagedPolicy",
                        "\"Roles\":[{\"Ref\":\"Role\"}],\"PolicyDocument\":" + read);
        var stack = desk.deploy(role() + "," + inline + "," + managed);
        var made = desk.of.roles().find(desk.account, "AWSBackup-app").orElseThrow();
        assertThat(made.policies).containsOnlyKeys("more");
        assertThat(made.attached).hasSize(1);
        assertThat(desk.drift(stack)).containsOnly(Drift.Status.IN_SYNC);

        desk.deploy(role());

        assertThat(made.policies).isEmpty();
        assertThat(made.attached).isEmpty();
    }

    private static String control(String action, String target) {
        return Desk.resource(
                "Control",
                "Organizations::Policy",
                "\"Name\":\"guard\",\"Type\":\"SERVICE_CONTROL_POLICY\",\"TargetIds\":[\""
                        + target
                        + "\"],\"Content\":"
                        + Desk.policy("Deny", action));
    }

    @Test
    void aServiceControlPolicyIsAttachedChangedMovedAndDetached() {
        var office = new Desk(SmallWorld.MANAGEMENT);
        var policies = office.of.organization().policies;

        var stack = office.deploy(control("s3:DeleteBucket", SmallWorld.SHOP));
        assertThat(policies.get(SmallWorld.SHOP))
                .hasSize(2)
                .anyMatch(one -> one.contains("s3:DeleteBucket"));
        assertThat(office.drift(stack)).containsExactly(Drift.Status.IN_SYNC);

        office.deploy(control("s3:DeleteObject", SmallWorld.SHOP));
        assertThat(policies.get(SmallWorld.SHOP))
                .hasSize(2)
                .anyMatch(one -> one.contains("s3:DeleteObject"));

        office.deploy(control("s3:DeleteObject", SmallWorld.CONTROL));
        assertThat(policies.get(SmallWorld.SHOP)).containsExactly(Organization.FULL_ACCESS);
        assertThat(policies.get(SmallWorld.CONTROL)).hasSize(2);

        policies.put(SmallWorld.CONTROL, List.of(Organization.FULL_ACCESS));
        assertThat(office.drift(stack)).containsExactly(Drift.Status.MODIFIED);

        office.delete(stack);
        assertThat(stack.status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(office.of.organization().controls).isEmpty();
    }

    @Test
    void onlyTheManagementAccountMakesServiceControlPolicies() {
        assertThat(desk.deploy(control("s3:DeleteObject", SmallWorld.SHOP)).reason())
                .contains("You don't have permissions to access this resource");
    }

    private static Stack delegation(Desk office) {
        return office.deploy(
                Desk.resource(
                        "Delegation",
                        "Organizations::ResourcePolicy",
                        "\"Content\":" + Desk.guard("Allow", "organizations:ListAccounts")));
    }

    @Test
    void aDelegationPolicyThatIsThereStandsInTheWay() {
        var office = new Desk(SmallWorld.MANAGEMENT);
        office.of.organization().delegationPolicy =
                Desk.guard("Allow", "organizations:DescribeOrganization");
        assertThat(delegation(office).reason()).contains("already exists");

        office.of.organization().delegationPolicy = "";
        var stack = delegation(office);
        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(office.of.organization().delegationPolicy).contains("ListAccounts");

        office.delete(stack);
        assertThat(office.of.organization().delegationPolicy).isEmpty();
    }

    @Test
    void anotherLogGroupOfTheNameIsRefused() {
        var group = "\"LogGroupName\":\"/aws/lambda/list\",\"RetentionInDays\":30";
        var stack =
                desk.deploy(
                        Desk.resource("One", "Logs::LogGroup", group)
                                + ","
                                + Desk.resource("Two", "Logs::LogGroup", group));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("[Two]", "already exists");
    }
}
