package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.copy.FailureCause;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.CopyFailing.LastTry;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.KeyView.Admission;
import secondbackup.inventory.MemberAccount;
import secondbackup.policy.KeyAdmission;
import secondbackup.verify.Keeping;
import secondbackup.verify.VaultDoubt;

class GapTextTest {
    private static final GapText TEXT = new GapText(Samples.POLICIES, Samples.NOW);

    @Test
    void samplesHaveEveryKind() {
        var kinds =
                Samples.all(Samples.cluster("orders")).stream()
                        .map(Gap::kind)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Gap.class.getPermittedSubclasses())
                                .filter(Gap.class::isAssignableFrom)
                                .map(Class::getSimpleName)
                                .toList());
    }

    @Test
    void everyGapSaysWhatWhyAndWhatToDo() {
        for (var gap : Samples.all(Samples.cluster("orders"))) {
            var words = TEXT.of(gap);

            assertThat(words.what()).as(gap.kind()).hasSizeBetween(20, 600);
            assertThat(words.cause()).as(gap.kind()).hasSizeGreaterThan(5);
            assertThat(words.remedy()).as(gap.kind()).hasSizeBetween(20, 1_500);
            assertThat(words.what() + words.cause() + words.remedy())
                    .as(gap.kind())
                    .doesNotContain("Optional", "null", "PT", "\n");
        }
    }

    @Test
    void everyClusterGapNamesClusterAccountAndRegion() {
        for (var gap : Samples.all(Samples.cluster("orders"))) {
            if (gap.subject() instanceof Gap.Subject.OfCluster) {
                assertThat(TEXT.of(gap).what())
                        .startsWith("Cluster orders (payments 111111111111, eu-west-1): ");
            }
        }
    }

    /// Commands that could cost a backup, or weaken what guards it.
    @Test
    void noRemedyDeletesOrWeakens() {
        for (var gap : Samples.all(Samples.cluster("orders"))) {
            assertThat(TEXT.of(gap).remedy())
                    .as(gap.kind())
                    .doesNotContain(
                            " delete-",
                            " disable-",
                            " schedule-key-deletion",
                            " remove-",
                            " disassociate-",
                            " modify-",
                            " update-recovery-point-lifecycle",
                            " put-backup-vault-access-policy");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S,1 s",
        "PT0.001S,less than 1 s",
        "PT59S,59 s",
        "PT60S,1 min",
        "PT61S,1 min 1 s",
        "PT59M59S,59 min 59 s",
        "PT1H,1 h",
        "PT3H20M,3 h 20 min",
        "PT26H,26 h",
        "PT71H59M,71 h 59 min",
        "PT72H,3 d",
        "PT75H30M,3 d 3 h"
    })
    void tellsOverdueInUnitsThatSaySomething(Duration overdue, String words) {
        var late = Samples.late(Samples.cluster("orders"), overdue);

        assertThat(TEXT.of(late).what())
                .contains("overdue by " + words + "; its data")
                .endsWith("limit 26 h");
    }

    /// Both policies forbid everybody to change them, and CloudFormation changes nothing back by itself.
    @Test
    void doesNotTellToDeployWhatADeploymentCannotChange() {
        var vault = new Gap.Subject.OfVault(Samples.VAULT);
        var key = new VaultDoubt.KeyPolicyDiffers(Samples.VAULT, Samples.VAULT);
        for (var gap :
                List.of(
                        new Gap.VaultPolicyChanged(vault),
                        new Gap.KeyAtRisk(vault, new Gap.KeyAtRisk.KeyEvidence.OfVault(key)))) {
            assertThat(TEXT.of(gap).remedy()).doesNotContain("eploy").contains("bring it back");
        }
    }

    @Test
    void fillsTheCommandInForAClosedOptIn() {
        var gap = new Gap.OptedOut(new Gap.Subject.OfRegion(Samples.PAYMENTS, Samples.IRELAND), 1);

        assertThat(TEXT.of(gap).remedy())
                .isEqualTo(
                        "In account 111111111111: aws backup update-region-settings --region eu-west-1"
                                + " --resource-type-opt-in-preference Aurora=true");
    }

    /// The vault account's policy denies to release a hold, and a try rings.
    @Test
    void tellsToHoldByHandAndNotToReleaseAlone() {
        var full = TEXT.of(Samples.expiring(Samples.cluster("orders"), Keeping.FULL)).remedy();
        assertThat(full)
                .contains(
                        "by hand, in account", "create-legal-hold", "50 holds", "two people detach")
                .doesNotContain("ake off", "cancel-legal-hold");
        for (var keeping : EnumSet.complementOf(EnumSet.of(Keeping.FULL))) {
            assertThat(TEXT.of(Samples.expiring(Samples.cluster("orders"), keeping)).remedy())
                    .as("%s", keeping)
                    .contains("create-legal-hold")
                    .doesNotContain("detach", "ake off");
        }
    }

    /// Nobody surveys an account that is not active, so no role and no StackSet helps there.
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, sts assume-role, targets.exclude",
        "ACTIVE, sts assume-role, sign-up",
        "SUSPENDED, asks AWS Support why, sts assume-role",
        "PENDING_ACTIVATION, finishes its sign-up, sts assume-role",
        "PENDING_CLOSURE, AWS Support brings it back, sts assume-role",
        "CLOSED, AWS Support brings it back, sts assume-role",
        "CLOSED, targets.exclude, StackSet"
    })
    void tellsToReopenOrExcludeWhatNobodyCanEnter(String state, String says, String saysNot) {
        var id = Samples.PAYMENTS.id();
        var account = new MemberAccount(id, "payments", state, List.of());
        var gap = new Gap.AccountUnreadable(new Gap.Subject.OfAccount(account), "AccessDenied");

        assertThat(TEXT.of(gap).remedy()).contains(says, id.value()).doesNotContain(saysNot);
    }

    /// A new day is for the Lambdas alone; who is taken out must be let in by the StackSets, too.
    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "SUSPENDED", "CLOSED"})
    void namesTheStacksThatMakeAnExclusionNewOrEndIt(String state) {
        var words = TEXT.of(ended(state)).remedy();

        assertThat(words)
                .containsSubsequence(
                        "give it a new day",
                        "deploy SecondBackupControl",
                        "take it out",
                        "deploy SecondBackupControl",
                        "SecondBackupOrganization");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, false", "SUSPENDED, true", "CLOSED, true"})
    void tellsOfAwsSupportWhereAnExclusionOfAClosedAccountEnds(String state, boolean told) {
        var words = TEXT.of(ended(state)).remedy();

        assertThat(words.contains("AWS Support")).isEqualTo(told);
        assertThat(words.contains("within 90 days")).isEqualTo(told);
    }

    private static Gap ended(String state) {
        var account = new MemberAccount(Samples.PAYMENTS.id(), "payments", state, List.of());
        return Samples.ended(account, Optional.of("the organization says: " + state));
    }

    @Test
    void printsKeyStatementsThatOurOwnReaderTakesForAdmission() {
        var vaultAccount = new AccountId("222222222222");
        var statements = KeyText.statements(vaultAccount);
        var gap =
                new Gap.KeyNotShareable(
                        Samples.cluster("orders"), Optional.of(Samples.KEY), "does not admit");

        assertThat(TEXT.of(gap).remedy()).contains(statements);
        assertThat(KeyAdmission.of("{\"Statement\":[" + statements + "]}", vaultAccount, "o-other"))
                .isEqualTo(Admission.ADMITS);
    }

    @Test
    void cutsAwsMessagesAndKeepsThemOnOneLine() {
        var message = "No.\n<!channel> \u202Eevil\u0007 " + "x".repeat(1_000);
        var gap =
                new Gap.CopyFailing(
                        Samples.cluster("orders"),
                        FailureCause.UNKNOWN,
                        "",
                        message,
                        new LastTry.Job("JOB-1", 1, Samples.hoursAgo(1)));

        assertThat(TEXT.of(gap).cause())
                .startsWith(
                        "The cause is none that this version knows; it is tried again, 6 times at most. AWS says: No. <!channel>")
                .endsWith("x…")
                .hasSizeLessThan(400)
                .doesNotContain("\n", "\u202E", "\u0007");
    }

    @Test
    void saysThatARefusedOrderBecameNoJobAndIsGivenAgain() {
        var words = TEXT.of(Samples.refused(Samples.cluster("orders"), FailureCause.UNKNOWN));

        assertThat(words.what()).contains("the last order to copy came to nothing", "no copy job");
        assertThat(words.cause())
                .isEqualTo(
                        "The cause is none that this version knows; it is ordered again every 10 minutes. AWS says"
                                + " (AccessDeniedException): AWS said no.");
        assertThat(words.remedy()).contains("StartCopyJob").doesNotContain("copy-job-id");
    }

    @Test
    void quotesWhatASourceAccountMightSlipIntoACommand() {
        assertThat(PlainText.argument("arn:aws:rds:eu-west-1:111111111111:cluster:orders"))
                .isEqualTo("arn:aws:rds:eu-west-1:111111111111:cluster:orders");
        assertThat(PlainText.argument("a;rm -rf $(x) 'b'"))
                .isEqualTo("'a;rm -rf $(x) '\\''b'\\'''");
    }

    @Test
    void keysStayTheSameWhileNumbersChange() {
        var today = Samples.late(Samples.cluster("orders"), Duration.ofHours(1));
        var tomorrow = Samples.late(Samples.cluster("orders"), Duration.ofHours(25));

        assertThat(GapText.key(today))
                .isEqualTo(GapText.key(tomorrow))
                .isNotEqualTo(GapText.key(Samples.late(Samples.cluster("other"), Duration.ZERO)));
    }
}
