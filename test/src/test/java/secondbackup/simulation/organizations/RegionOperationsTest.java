package secondbackup.simulation.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.sts.StsWorld.AWAY;
import static secondbackup.simulation.sts.StsWorld.HOME;
import static secondbackup.simulation.sts.StsWorld.MANAGEMENT;

import org.junit.jupiter.api.Test;
import secondbackup.simulation.sts.StsWorld;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.account.model.ValidationException;

class RegionOperationsTest {
    private final StsWorld world = new StsWorld();
    private final AccountClient home = world.client(AccountClient.builder(), HOME, "eu-west-1");

    @Test
    void listsEveryRegionWithItsStatus() {
        world.organization.account(HOME).orElseThrow().enabledRegions.add("ap-east-1");
        var regions = home.listRegions(_ -> {}).regions();
        assertThat(regions).hasSize(34);
        assertThat(regions)
                .contains(
                        region("us-east-1", RegionOptStatus.ENABLED_BY_DEFAULT),
                        region("ap-east-1", RegionOptStatus.ENABLED),
                        region("af-south-1", RegionOptStatus.DISABLED));
    }

    private static Region region(String name, RegionOptStatus status) {
        return Region.builder().regionName(name).regionOptStatus(status).build();
    }

    @Test
    void filtersAndPages() {
        var asked =
                home.listRegionsPaginator(q ->
                        q.maxResults(5)
                                .regionOptStatusContains(RegionOptStatus.ENABLED_BY_DEFAULT));
        assertThat(asked.stream().map(page -> page.regions().size())).containsExactly(5, 5, 5, 2);
        assertThatThrownBy(() -> home.listRegions(q -> q.maxResults(51)))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> home.listRegions(q -> q.nextToken("moon")))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void tellsOneRegionsStatus() {
        assertThat(home.getRegionOptStatus(q -> q.regionName("eu-south-2")).regionOptStatus())
                .isEqualTo(RegionOptStatus.DISABLED);
        assertThatThrownBy(() -> home.getRegionOptStatus(q -> q.regionName("moon-west-1")))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void onlyTheManagementAccountMayAskForAnother() {
        var management = world.client(AccountClient.builder(), MANAGEMENT, "us-east-1");
        assertThat(management.listRegions(q -> q.accountId(HOME)).regions()).hasSize(34);
        assertThatThrownBy(() -> home.listRegions(q -> q.accountId(AWAY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> management.listRegions(q -> q.accountId(MANAGEMENT)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
