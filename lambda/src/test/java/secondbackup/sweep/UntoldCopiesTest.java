package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.copy.Refusal;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Region;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Policies;
import secondbackup.policy.Tier;
import secondbackup.sweep.OrderPart.Place;
import secondbackup.sweep.OrderPart.Seen;

/// When the snapshots on their way into a vault's account are counted though jobs have been read, and when not.
class UntoldCopiesTest {
    private static final Place PLACE = new Place(Sample.ACCOUNT, Sample.REGION);

    private final Given given = Given.cluster(Sample.cluster("orders"));
    private Policies policies = Sample.policies();
    private Instant stuckBefore = Slots.stuckBefore(Sample.estate(), NOW);

    @Test
    void jobsTellAllThatTheSweepSawBeingCopied() {
        assertThat(possible(copying(0))).isFalse();
        assertThat(possible(copying(1))).isTrue();

        running(hoursAgo(2));

        assertThat(possible(copying(0))).isFalse();
        assertThat(possible(copying(1))).isFalse();
        assertThat(possible(copying(2))).isTrue();
    }

    @Test
    void whatTheSweepCouldNotCountIsCounted() {
        assertThat(possible(CopySweepTest.vault(given, OptionalInt.empty()))).isTrue();
    }

    @Test
    void aJobThatHadEndedWhenTheSweepCountedExplainsNothing() {
        ended("COMPLETED", NOW.minusSeconds(1), "");
        assertThat(possible(copying(1))).isTrue();
    }

    @Test
    void aJobThatEndedAsTheSweepCountedExplainsASnapshot() {
        ended("COMPLETED", NOW, "");
        assertThat(possible(copying(1))).isFalse();
    }

    @Test
    void aJobThatBeganAfterTheSweepHadCountedExplainsNothing() {
        given.job(job("RUNNING", NOW.plusSeconds(1), Optional.empty(), ""));
        assertThat(possible(copying(1))).isTrue();
    }

    @Test
    void copiesIntoAnotherRegionExplainNothingHere() {
        var cluster = Sample.cluster("elsewhere");
        var point = Sample.point(cluster, hoursAgo(20));
        given.job(
                Sample.job(point, Sample.memberVault(Sample.REKEY_VAULT), "RUNNING", hoursAgo(2)));
        assertThat(possible(copying(1))).isTrue();
    }

    @Test
    void aPlaceWhoseJobsCouldNotBeReadMayHideSome() {
        assertThat(possible(copying(0), List.of(), List.of(), false)).isTrue();
    }

    @Test
    void aStuckJobCountsByItsSnapshotAlone() {
        var atTheLimit = hoursAgo(Sample.estate().copyHoursMax());
        running(atTheLimit);
        assertThat(held(copying(1))).as("it counts by itself").isZero();

        running(atTheLimit.minusSeconds(1));
        assertThat(held(copying(1))).as("its snapshot is not there any more").isZero();
        assertThat(held(copying(2))).isOne();
        assertThat(possible(copying(2))).isFalse();

        assertThat(held(copying(3))).as("it holds one").isOne();
        assertThat(possible(copying(3))).as("somebody else's is there").isTrue();
    }

    @Test
    void aJobThatTheSweepDidNotSeeAndThatIsStuckByNowMayCopyStill() {
        running(NOW.plusSeconds(1));
        stuckBefore = NOW.plusSeconds(1);
        assertThat(possible(copying(0))).isFalse();

        stuckBefore = NOW.plusSeconds(2);
        assertThat(possible(copying(0))).isTrue();
    }

    @Test
    void whoWasRefusedASlotLooksAgain() {
        assertThat(refused("LimitExceededException")).isTrue();
        assertThat(refused("AccessDeniedException")).isFalse();
    }

    @Test
    void aCopyThatFailedForWantOfASlotSinceTheSweepMakesLookAgain() {
        assertThat(failedSinceTheSweep("You cannot copy more than 5 snapshots")).isTrue();
        assertThat(failedSinceTheSweep("Access denied")).isFalse();
    }

    @Test
    void plansThatCopyByThemselvesMakeLookAgain() {
        policies = tiered(false);
        assertThat(possible(copying(0))).isFalse();

        policies = tiered(true);
        assertThat(possible(copying(0))).isTrue();
    }

    private static Policies tiered(boolean floorCopy) {
        var weekly = new Tier(Tier.Period.WEEKLY, 7, 14, 90, floorCopy);
        return Sample.policies(Sample.estate(), List.of(Sample.tiered("all.json", weekly)));
    }

    @Test
    void copiesIntoAnAirGappedVaultExplainNoSnapshot() {
        running(hoursAgo(2));
        assertThat(possible(copying(1))).isFalse();

        policies = given.airGapped().policies();
        assertThat(possible(copying(1))).isTrue();
    }

    private boolean refused(String code) {
        var refusals = Given.cluster(Sample.cluster("orders")).refused(code, "no").refusals();
        return possible(copying(0), refusals, List.of(), true);
    }

    private boolean failedSinceTheSweep(String message) {
        var failed = job("FAILED", hoursAgo(1), Optional.of(NOW), message);
        var seen = new Seen(PLACE, List.of(failed), List.of(), Optional.empty());
        return possible(copying(0), List.of(), List.of(seen), true);
    }

    private void running(Instant since) {
        given.job(job("RUNNING", since, Optional.empty(), ""));
    }

    private void ended(String state, Instant at, String message) {
        given.job(job(state, at.minus(Duration.ofHours(2)), Optional.of(at), message));
    }

    private static CopyJob job(
            String state, Instant createdAt, Optional<Instant> completedAt, String message) {
        var cluster = Sample.cluster("other");
        var job = Sample.job(Sample.point(cluster, hoursAgo(20)), Sample.VAULT, state, createdAt);
        return new CopyJob(
                job.id() + createdAt,
                job.point(),
                job.sourceVault(),
                job.targetVault(),
                job.targetPoint(),
                job.cluster(),
                state,
                createdAt,
                completedAt,
                "",
                message);
    }

    private VaultView.Seen copying(int snapshots) {
        return CopySweepTest.vault(given, OptionalInt.of(snapshots));
    }

    private boolean possible(VaultView.Seen vault) {
        return possible(vault, List.of(), List.of(), true);
    }

    private boolean possible(
            VaultView.Seen vault, List<Refusal> refused, List<Seen> since, boolean readable) {
        return untold(vault, refused, since, readable).possible(vault);
    }

    private int held(VaultView.Seen vault) {
        return untold(vault, List.of(), List.of(), true).held(vault);
    }

    private UntoldCopies untold(
            VaultView.Seen vault, List<Refusal> refused, List<Seen> since, boolean readable) {
        var seen = given.inventory();
        var inventory = new Inventory(seen.manifest(), seen.accounts(), List.of(vault), List.of());
        var known = new Known(inventory, since);
        var fresh = new FreshJobs(new PlaceReader(new NoJobs(readable), Sample.estate()), known);
        fresh.read(List.of(PLACE));
        return new UntoldCopies(known, fresh, refused, policies, stuckBefore);
    }

    /// Nothing is new, or nothing can be read.
    private record NoJobs(boolean readable) implements CopyJobReader {
        @Override
        public Jobs jobs(AccountId account, Region region, Instant createdFrom) {
            return readable ? new Jobs.Read(List.of()) : new Jobs.Failed("AccessDenied");
        }

        @Override
        public Points points(
                AccountId account, Region region, List<String> vaults, Instant capturedFrom) {
            return new Points.Read(List.of());
        }
    }
}
