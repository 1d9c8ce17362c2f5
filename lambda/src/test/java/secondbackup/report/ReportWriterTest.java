package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.gap.Exposure;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.Subject;
import secondbackup.gap.Severity;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;
import secondbackup.policy.Route;
import secondbackup.report.Report.GapLine;
import secondbackup.report.Report.Summary;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict;
import secondbackup.verify.Verdict.Standing;

class ReportWriterTest {
    private static final Region OHIO = new Region("us-east-2");
    private static final MemberAccount SHOP = Samples.account("444444444444", "shop");
    private static final Gap LATE =
            Samples.late(Samples.cluster("orders"), Duration.ofMinutes(200));
    private static final VaultView VAULT_SEEN =
            new VaultView.Seen(
                    Samples.VAULT,
                    Samples.NOW,
                    VaultView.Kind.STANDARD,
                    new VaultView.Lock(true, Optional.of(7L), Optional.of(120L), Optional.empty()),
                    "{}",
                    new VaultView.VaultKey.AwsOwned(),
                    List.of(),
                    OptionalInt.of(0),
                    new EngineCatalog.Read(List.of()),
                    new LegalHolds.Read(List.of()));

    @Test
    void countsEveryClusterThatWasSeenOnce() {
        var guarded = List.of(guarded("a", true), guarded("b", true), guarded("c", false));
        var verdicts =
                List.of(
                        verdict(guarded.get(0), Standing.PROTECTED),
                        verdict(guarded.get(1), Standing.YOUNG));
        var elsewhere = new RegionView.Elsewhere(OHIO, List.of(cluster(OHIO, "d")));
        var inventory = inventory(List.of(seen(Samples.PAYMENTS, elsewhere)), VAULT_SEEN);

        var report = write(inventory, guarded, verdicts, List.of(), Optional.empty(), Samples.NOW);

        assertThat(report.summary()).isEqualTo(new Summary(4, 1, 2, 1, 0, 1, 0, 0, 0));
        assertThat(report.clusters())
                .extracting(line -> line.id().name() + " " + line.standing())
                .containsExactly("a PROTECTED", "b YOUNG", "c UNPROTECTED", "d UNPROTECTED");
    }

    @Test
    void sortsDangerFirst() {
        var gaps = List.of(LATE, new Gap.Unbound(Samples.cluster("zoo")));

        var report = write(calm(), gaps, Optional.empty(), Samples.NOW);

        assertThat(report.gaps())
                .extracting(GapLine::severity)
                .containsExactly(Severity.DANGER, Severity.WARNING);
    }

    @Test
    void carriesOverSinceWhenAGapStands() {
        var first = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var later = Samples.NOW.plus(Duration.ofDays(1));

        var second = write(calm(), List.of(LATE, noCopy("new")), Optional.of(first), later);

        assertThat(second.gaps())
                .extracting(line -> line.subject() + " " + line.since())
                .containsExactly("new " + later, "orders " + Samples.NOW);
    }

    @Test
    void startsAnewWhenAGapComesBack() {
        var first = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var well = write(calm(), List.of(), Optional.of(first), Samples.NOW.plusSeconds(60));
        var later = Samples.NOW.plusSeconds(120);

        var back = write(calm(), List.of(LATE), Optional.of(well), later);

        assertThat(well.hidden()).isEmpty();
        assertThat(back.gaps()).extracting(GapLine::since).containsExactly(later);
    }

    @Test
    void remembersAGapWhoseAccountWasNotSeen() {
        var first = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var dark = inventory(List.of(new AccountView.Unreadable(Samples.PAYMENTS, "AccessDenied")));

        var blind = write(dark, List.of(), Optional.of(first), Samples.NOW.plusSeconds(60));
        var again = write(calm(), List.of(LATE), Optional.of(blind), Samples.NOW.plusSeconds(120));

        assertThat(blind.hidden()).isEqualTo(first.gaps());
        assertThat(blind.notSeen()).containsExactly("Account payments 111111111111: AccessDenied");
        assertThat(blind.summary().accountsUnseen()).isEqualTo(1);
        assertThat(again.hidden()).isEmpty();
        assertThat(again.gaps()).extracting(GapLine::since).containsExactly(Samples.NOW);
    }

    @Test
    void remembersGapsOfAnOrganizationThatWasNotListed() {
        var first = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var dark =
                new Inventory(
                        new Manifest.NotListed("s", Samples.NOW, "AccessDenied"),
                        List.of(),
                        List.of(VAULT_SEEN),
                        List.of());

        var blind = write(dark, List.of(), Optional.of(first), Samples.NOW);

        assertThat(blind.hidden()).isEqualTo(first.gaps());
        assertThat(blind.notSeen())
                .containsExactly(
                        "The organization could not be listed, so nothing is known about any"
                                + " account: AccessDenied");
    }

    @Test
    void remembersWhoWasInTheVaultsAccountOnlyWhileItIsUnread() {
        var account = Samples.account(Samples.VAULT.accountText(), "vault");
        var gap =
                new Gap.VaultAccountExposed(
                        new Subject.OfAccount(account), new Exposure.RootAccessKey());
        var first = write(calm(), List.of(gap), Optional.empty(), Samples.NOW);
        var unread = calm(new VaultAccount.Unreadable(account.id(), "timeout"));
        var read =
                calm(
                        new VaultAccount.Seen(
                                account.id(),
                                Samples.NOW,
                                new VaultAccount.Root(false, true, true),
                                List.of(),
                                List.of()));

        var blind = write(unread, List.of(), Optional.of(first), Samples.NOW);
        assertThat(blind.hidden()).hasSize(1);
        assertThat(blind.notSeen())
                .containsExactly(
                        "Who can act in the vault's account " + account.id() + ": timeout");
        var seen = write(read, List.of(), Optional.of(first), Samples.NOW);
        assertThat(seen.hidden()).isEmpty();
        assertThat(seen.gone()).isEmpty();
    }

    private static Inventory calm(VaultAccount account) {
        var calm = calm();
        return new Inventory(calm.manifest(), calm.accounts(), calm.vaults(), List.of(account));
    }

    @Test
    void remembersAVaultGapOnlyWhileTheVaultIsUnread() {
        var gap = new Gap.VaultPolicyChanged(new Subject.OfVault(Samples.VAULT));
        var first = write(calm(), List.of(gap), Optional.empty(), Samples.NOW);
        var unread =
                inventory(
                        List.of(seen(Samples.PAYMENTS)),
                        new VaultView.Unreadable(Samples.VAULT, "timeout"));

        assertThat(write(unread, List.of(), Optional.of(first), Samples.NOW).hidden()).hasSize(1);
        assertThat(write(calm(), List.of(), Optional.of(first), Samples.NOW).hidden()).isEmpty();
    }

    @Test
    void remembersAGapWhoseRegionWasNotSeenAndNoOther() {
        var other = Samples.late(Samples.cluster(SHOP, "cart"), Duration.ofHours(1));
        var first = write(calm(), List.of(LATE, other), Optional.empty(), Samples.NOW);
        var dark =
                inventory(
                        List.of(
                                seen(
                                        Samples.PAYMENTS,
                                        new RegionView.Unreadable(Samples.IRELAND, "timeout")),
                                seen(SHOP, new RegionView.Elsewhere(Samples.IRELAND, List.of()))));

        var blind = write(dark, List.of(), Optional.of(first), Samples.NOW);

        assertThat(blind.hidden()).extracting(GapLine::subject).containsExactly("orders");
        assertThat(blind.notSeen())
                .containsExactly("Region eu-west-1 of account payments 111111111111: timeout");
    }

    @Test
    void remembersAGapWhoseRegionWasShutOrLeftOut() {
        var first = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var ireland = Samples.IRELAND;
        for (var regions :
                List.<List<RegionView>>of(
                        List.of(new RegionView.Closed(ireland, "explicit deny")),
                        List.of(new RegionView.NotEnabled(ireland)),
                        List.of(new RegionView.NotEnabled(OHIO)),
                        List.of())) {
            var account =
                    new AccountView.Seen(
                            Samples.PAYMENTS,
                            Samples.NOW,
                            List.of(),
                            List.of(),
                            regions,
                            Optional.empty());
            var dark = inventory(List.of(account, seen(SHOP)), VAULT_SEEN);

            var blind = write(dark, List.of(), Optional.of(first), Samples.NOW);

            assertThat(blind.hidden()).as("%s", regions).isEqualTo(first.gaps());
        }
    }

    @Test
    void saysWhichAccountsHaveNoPart() {
        var manifest =
                new Manifest.Listed(
                        "s", Samples.NOW, List.of(Samples.PAYMENTS), List.of(), List.of());
        var inventory = new Inventory(manifest, List.of(), List.of(), List.of());

        var report = write(inventory, List.of(), Optional.empty(), Samples.NOW);

        assertThat(report.notSeen())
                .containsExactly("Account payments 111111111111 has no part in this sweep.");
        assertThat(report.summary().accountsUnseen()).isEqualTo(1);
    }

    @Test
    void keepsClosedRegionsApartFromWhatWasNotSeen() {
        var inventory =
                inventory(
                        List.of(
                                seen(
                                        Samples.PAYMENTS,
                                        new RegionView.Closed(OHIO, "explicit deny"))));

        var last = write(calm(), List.of(), Optional.empty(), Samples.NOW);
        var report = write(inventory, List.of(), Optional.of(last), Samples.NOW);

        assertThat(report.notSeen()).isEmpty();
        assertThat(report.facts())
                .containsExactly(
                        "Region us-east-2 is closed by a service control policy in payments"
                                + " 111111111111.");
        assertThat(report.summary().accounts()).isEqualTo(1);
    }

    @Test
    void countsAClosedAccountAmongThoseThatWereNotSeen() {
        var closed = new MemberAccount(SHOP.id(), "shop", "CLOSED", List.of());
        var inventory =
                inventory(List.of(seen(Samples.PAYMENTS), new AccountView.Inactive(closed)));

        var report = write(inventory, List.of(), Optional.empty(), Samples.NOW);

        assertThat(report.notSeen())
                .containsExactly("Account shop 444444444444: the organization says: CLOSED");
        assertThat(report.summary().accounts()).isEqualTo(2);
        assertThat(report.summary().accountsUnseen()).isEqualTo(1);
    }

    /// Somebody closed the account; its clusters are in it as long as it may come back.
    @Test
    void hidesTheGapsOfAClosedAccountUntilItIsListedNoMore() {
        var last = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var account = Samples.PAYMENTS;
        var closed = new MemberAccount(account.id(), account.name(), "CLOSED", List.of());
        var listed = inventory(List.of(new AccountView.Inactive(closed)));

        var report = write(listed, List.of(), Optional.of(last), Samples.NOW);
        var later = write(inventory(List.of()), List.of(), Optional.of(report), Samples.NOW);

        assertThat(report.hidden()).isEqualTo(last.gaps()).isNotEmpty();
        assertThat(report.gone()).isEmpty();
        assertThat(later.hidden()).isEmpty();
        assertThat(later.gone()).isEqualTo(last.gaps());
    }

    @Test
    void callsAGapGoneAndNotResolvedWhoseClusterOrAccountIsNoMore() {
        var last = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var left = inventory(List.of(seen(SHOP, new RegionView.NotEnabled(OHIO))));

        for (var inventory : List.of(calm(), left)) {
            var report = write(inventory, List.of(), Optional.of(last), Samples.NOW);
            var changes = Changes.of(report, Optional.of(last));

            assertThat(report.gone()).isEqualTo(last.gaps()).isNotEmpty();
            assertThat(changes.resolved()).isEmpty();
            assertThat(changes.gone()).isEqualTo(last.gaps());
        }
    }

    @Test
    void tellsOfASourceRegionThatIsNotEnabledAndOfClustersLeftOut() {
        var test = cluster(Samples.IRELAND, "awsbackup-restore-test-orders");
        var inventory =
                inventory(
                        List.of(
                                seen(
                                        Samples.PAYMENTS,
                                        new RegionView.Elsewhere(OHIO, List.of(test))),
                                seen(SHOP, new RegionView.NotEnabled(Samples.IRELAND)),
                                seen(
                                        Samples.account("555555555555", "far"),
                                        new RegionView.NotEnabled(OHIO))));

        var last = write(calm(), List.of(), Optional.empty(), Samples.NOW);
        var report = write(inventory, List.of(), Optional.of(last), Samples.NOW);

        assertThat(report.facts())
                .containsExactly(
                        "Left out as young restore tests in account payments 111111111111:"
                                + " awsbackup-restore-test-orders.",
                        "Region eu-west-1, a source Region, is not enabled in shop 444444444444.");
    }

    @Test
    void saysThatItHasNothingToCompareWith() {
        var first = write(calm(), List.of(LATE), Optional.empty(), Samples.NOW);
        var second = write(calm(), List.of(LATE), Optional.of(first), Samples.NOW);

        assertThat(first.facts())
                .containsExactly(
                        "There was no report to compare with that this version can read, so every"
                                + " gap counts from now.");
        assertThat(second.facts()).isEmpty();
    }

    private static Report write(
            Inventory inventory, List<Gap> gaps, Optional<Report> last, Instant now) {
        return write(inventory, List.of(), List.of(), gaps, last, now);
    }

    private static Report write(
            Inventory inventory,
            List<Guarded> clusters,
            List<Verdict> verdicts,
            List<Gap> gaps,
            Optional<Report> last,
            Instant now) {
        return new ReportWriter(Samples.POLICIES)
                .write(inventory, clusters, verdicts, gaps, last, now);
    }

    private static Gap noCopy(String name) {
        return new Gap.NoCopy(Samples.cluster(name), Samples.hoursAgo(90));
    }

    private static Inventory calm() {
        var ireland = new RegionView.Elsewhere(Samples.IRELAND, List.of());
        return inventory(List.of(seen(Samples.PAYMENTS, ireland), seen(SHOP, ireland)), VAULT_SEEN);
    }

    private static Inventory inventory(List<AccountView> accounts, VaultView... vaults) {
        var manifest =
                new Manifest.Listed(
                        "s", Samples.NOW, List.of(), List.of(Samples.IRELAND), List.of());
        return new Inventory(manifest, accounts, List.of(vaults), List.of());
    }

    private static AccountView seen(MemberAccount account, RegionView... regions) {
        return new AccountView.Seen(
                account, Samples.NOW, List.of(), List.of(), List.of(regions), Optional.empty());
    }

    private static Cluster cluster(Region region, String name) {
        return new Cluster(
                Samples.id(Samples.PAYMENTS, region, name),
                "aurora-postgresql",
                "16.6",
                "available",
                Samples.hoursAgo(100),
                new Encryption.None(),
                new TreeMap<>(),
                OptionalLong.empty());
    }

    private static Guarded guarded(String name, boolean bound) {
        var cluster = cluster(Samples.IRELAND, name);
        var promise =
                new Promise(
                        cluster.id(),
                        Duration.ofHours(26),
                        35,
                        Route.AUTO,
                        new TreeMap<>(),
                        List.of("all.json"));
        return new Guarded(
                Samples.PAYMENTS,
                cluster,
                bound ? Optional.of(promise) : Optional.empty(),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Samples.ESTATE.vaults().getFirst(),
                VAULT_SEEN,
                List.of(),
                Optional.empty());
    }

    private static Verdict verdict(Guarded guarded, Standing standing) {
        return new Verdict(
                guarded,
                guarded.promise().orElseThrow(),
                standing,
                Rung.NONE,
                Optional.<VaultedCopy>empty(),
                List.of());
    }
}
