package secondbackup.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudtrail.Trails;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.OrganizationStatus;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailNotFoundException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccessDeniedException;
import software.amazon.awssdk.services.rds.RdsClient;

/// The settings that copies hang on, as their own services tell and change them.
final class SetupTest {
    private SimulatedOrganization world = SimulatedOrganization.of(SmallWorld.world(), 1);

    @BeforeEach
    void found() {
        world = SimulatedOrganization.of(SmallWorld.world(), 1);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C client(B builder, String account, String region) {
        return builder.region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(account, "secret")))
                .httpClient(world.httpClient())
                .build();
    }

    private OrganizationsClient organizations(String account) {
        return client(OrganizationsClient.builder(), account, "us-east-1");
    }

    private CloudFormationClient cloudFormation(String account) {
        return client(CloudFormationClient.builder(), account, SmallWorld.HOME);
    }

    private CloudTrailClient cloudTrail(String account, String region) {
        return client(CloudTrailClient.builder(), account, region);
    }

    @Test
    void trustIsGivenByTheManagementAccountAndShown() {
        world.organization().trustedServices.clear();
        var management = organizations(SmallWorld.MANAGEMENT);
        management.enableAWSServiceAccess(q -> q.servicePrincipal("backup.amazonaws.com"));

        assertThat(
                        management.listAWSServiceAccessForOrganizationPaginator().stream()
                                .flatMap(page -> page.enabledServicePrincipals().stream())
                                .map(service -> service.servicePrincipal()))
                .containsExactly(
                        "backup.amazonaws.com",
                        "member.org.stacksets.cloudformation.amazonaws.com");
        assertThatThrownBy(() ->
                        organizations(SmallWorld.SHOP)
                                .enableAWSServiceAccess(
                                        q -> q.servicePrincipal("backup.amazonaws.com")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void stackSetsAreTrustedThroughCloudFormation() {
        world.organization().stackSetsTrusted = false;
        var management = cloudFormation(SmallWorld.MANAGEMENT);
        assertThat(management.describeOrganizationsAccess(_ -> {}).status())
                .isEqualTo(OrganizationStatus.DISABLED);
        assertThatThrownBy(
                        () -> cloudFormation(SmallWorld.SHOP).activateOrganizationsAccess(_ -> {}))
                .isInstanceOf(CloudFormationException.class);
        assertThat(world.organization().stackSetsTrusted).isFalse();

        management.activateOrganizationsAccess(_ -> {});
        assertThat(management.describeOrganizationsAccess(_ -> {}).status())
                .isEqualTo(OrganizationStatus.ENABLED);
    }

    @Test
    void serviceLinkedRoleIsMadeOnceAndTrustsItsServiceAlone() {
        world.roles().remove(SmallWorld.SHOP, "AWSServiceRoleForRDS");
        var iam = client(IamClient.builder(), SmallWorld.SHOP, "aws-global");
        var made = iam.createServiceLinkedRole(q -> q.awsServiceName("rds.amazonaws.com")).role();

        assertThat(made.arn())
                .isEqualTo(
                        "arn:aws:iam::444444444402:role/aws-service-role/rds.amazonaws.com/"
                                + "AWSServiceRoleForRDS");
        assertThat(made.assumeRolePolicyDocument()).contains("rds.amazonaws.com");
        assertThatThrownBy(() ->
                        iam.createServiceLinkedRole(q -> q.awsServiceName("rds.amazonaws.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has been taken in this account");
    }

    @Test
    void trailOfTheOrganizationShowsInEveryAccountAndRegion() {
        var shop = cloudTrail(SmallWorld.SHOP, SmallWorld.IRELAND);
        var trail = shop.describeTrails(_ -> {}).trailList().getFirst();

        assertThat(trail.isMultiRegionTrail()).isTrue();
        assertThat(trail.isOrganizationTrail()).isTrue();
        assertThat(shop.getTrailStatus(q -> q.name(trail.trailARN())).isLogging()).isTrue();
        assertThat(shop.describeTrails(q -> q.includeShadowTrails(false)).trailList()).isEmpty();
        assertThatThrownBy(() -> shop.getTrailStatus(q -> q.name("organization")))
                .isInstanceOf(TrailNotFoundException.class);
    }

    @Test
    void trailOfOneRegionShowsAtHomeAlone() {
        var trail = new Trails.Trail("here", SmallWorld.SHOP, SmallWorld.IRELAND);
        trail.multiRegion = false;
        world.trails().all.add(trail);

        assertThat(names(SmallWorld.SHOP, SmallWorld.IRELAND))
                .containsExactly("organization", "here");
        assertThat(names(SmallWorld.SHOP, SmallWorld.STOCKHOLM)).containsExactly("organization");
        assertThat(names(SmallWorld.VAULT, SmallWorld.IRELAND)).containsExactly("organization");
    }

    private List<String> names(String account, String region) {
        return cloudTrail(account, region).describeTrails(_ -> {}).trailList().stream()
                .map(Trail::name)
                .toList();
    }

    @Test
    void quotaOfClustersIsCountedByAccountAndRegion() {
        var rds = client(RdsClient.builder(), SmallWorld.SHOP, SmallWorld.IRELAND);
        var quota = rds.describeAccountAttributes(_ -> {}).accountQuotas().getFirst();
        assertThat(quota.accountQuotaName()).isEqualTo("DBClusters");
        assertThat(quota.used()).isEqualTo(1);
        assertThat(quota.max()).isEqualTo(40);

        world.clusters().raise(SmallWorld.SHOP, SmallWorld.IRELAND, 100);
        assertThat(rds.describeAccountAttributes(_ -> {}).accountQuotas().getFirst().max())
                .isEqualTo(100);
    }

    @Test
    void accessRoleIsInAccountsThatTheOrganizationMadeAndNotInTheManagementAccount() {
        assertThat(world.roles().find(SmallWorld.SHOP, "OrganizationAccountAccessRole"))
                .isPresent();
        assertThat(world.roles().find(SmallWorld.MANAGEMENT, "OrganizationAccountAccessRole"))
                .isEmpty();
    }
}
