package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.VAULT_ACCOUNT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleViews;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.Arn;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.VaultAccount;

/// Who may be in the vault's account, whom its roles may let in, and everything just beside.
class VaultAccountGapsTest {
    private static final String READER = "role/reader";
    private static final String CONTROL = "222222222222";

    static VaultAccount alice(String... keys) {
        return people(new VaultAccount.User(iam("user/recovery/alice"), List.of(keys)));
    }

    private static VaultAccount people(VaultAccount.User... users) {
        var empty = SampleViews.vaultAccount(VAULT_ACCOUNT);
        return new VaultAccount.Seen(
                VAULT_ACCOUNT, empty.readAt(), empty.root(), List.of(users), List.of());
    }

    private static VaultAccount role(String resource, String trust) {
        var empty = SampleViews.vaultAccount(VAULT_ACCOUNT);
        var role = new VaultAccount.Role(iam(resource), trust);
        return new VaultAccount.Seen(
                VAULT_ACCOUNT, empty.readAt(), empty.root(), List.of(), List.of(role));
    }

    private static VaultAccount root(boolean accessKey, boolean password, boolean mfa) {
        return new VaultAccount.Seen(
                VAULT_ACCOUNT,
                Sample.NOW,
                new VaultAccount.Root(accessKey, password, mfa),
                List.of(),
                List.of());
    }

    private static Arn iam(String resource) {
        return new Arn("arn:aws:iam::" + VAULT_ACCOUNT + ":" + resource);
    }

    private static String trust(String principal) {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": %s}]}\
        """
                .formatted(principal);
    }

    private static List<Gap> gaps(VaultAccount account) {
        return Given.nothing().vaultAccounts(account).gaps();
    }

    private static List<Exposure> exposures(VaultAccount account) {
        return gaps(account).stream()
                .map(Gap.VaultAccountExposed.class::cast)
                .map(Gap.VaultAccountExposed::exposure)
                .toList();
    }

    @Test
    void staysSilentWhereNobodyIsButThoseOfTheRoster() {
        assertThat(gaps(SampleViews.vaultAccount(VAULT_ACCOUNT))).isEmpty();
        assertThat(gaps(alice())).isEmpty();
        assertThat(gaps(role(READER, trust("{\"AWS\": \"" + CONTROL + "\"}")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user/eve",
                "user/alice",
                "user/recovery/alice2",
                "user/recovery/x/alice",
                "user/reader"
            })
    void namesEveryUserWhoIsNotOnTheRoster(String resource) {
        var user = new VaultAccount.User(iam(resource), List.of());

        assertThat(exposures(people(user)))
                .containsExactly(new Exposure.Stranger(iam(resource), List.of()));
    }

    @Test
    void saysWithWhichKeysAStrangerCanAct() {
        var eve = new VaultAccount.User(iam("user/eve"), List.of("AKIA2", "AKIA1"));

        assertThat(exposures(people(eve)))
                .containsExactly(new Exposure.Stranger(iam("user/eve"), List.of("AKIA1", "AKIA2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role/Administrator",
                "role/readers",
                "role/other/reader",
                "role/recovery/alice",
                "role/AWSReservedSSO_Vault_1a2b3c",
                "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1a2b3c",
                "role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Vaults_1a2b3c"
            })
    void namesEveryRoleThatIsNotOnTheRoster(String resource) {
        assertThat(exposures(role(resource, trust("{\"Service\": \"ec2.amazonaws.com\"}"))))
                .containsExactly(
                        new Exposure.Stranger(iam(resource), List.of("service/ec2.amazonaws.com")));
    }

    @Test
    void saysWhomAStrangerLetsIn() {
        assertThat(exposures(role("role/x", trust("{\"AWS\": [\"333333333333\", \"*\"]}"))))
                .containsExactly(
                        new Exposure.Stranger(
                                iam("role/x"), List.of("*", "arn:aws:iam::333333333333:root")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSReservedSSO_Vault_1a2b3c",
                "eu-west-1/AWSReservedSSO_Vault_1a2b3c",
            })
    void staysSilentAboutAPermissionSetOfTheRoster(String name) {
        var provider = iam("saml-provider/AWSSSO_0a1b_DO_NOT_DELETE");
        var trust = trust("{\"Federated\": \"" + provider + "\"}");

        assertThat(gaps(role("role/aws-reserved/sso.amazonaws.com/" + name, trust))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"AWS\": \"222222222222\"}",
                "{\"AWS\": \"arn:aws:iam::222222222222:role/second-backup-verify\"}",
                "{\"AWS\": \"arn:aws:iam::999999999999:root\"}",
                "{\"AWS\": \"arn:aws:iam::999999999999:user/recovery/alice\"}",
            })
    void staysSilentAboutWhomARoleMayLetIn(String principal) {
        assertThat(gaps(role(READER, trust(principal)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "role/wires, events.amazonaws.com",
        "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup, backup.amazonaws.com",
    })
    void staysSilentAboutAServiceThatTheRosterNamesForTheRole(String role, String service) {
        assertThat(gaps(role(role, trust("{\"Service\": \"" + service + "\"}")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "role/reader, events.amazonaws.com",
        "role/wires, scheduler.amazonaws.com",
        "role/wires, pipes.events.amazonaws.com",
        "role/wires, events.amazonaws.com.example.com",
        "role/aws-service-role/x/y, example.com",
    })
    void namesAServiceThatTheRosterDoesNotNameForTheRole(String role, String service) {
        assertThat(exposures(role(role, trust("{\"Service\": \"" + service + "\"}"))))
                .containsExactly(new Exposure.LetsIn(iam(role), "service/" + service));
    }

    /// The service's own name is one thing, a provider's of the same name another.
    @Test
    void takesAProviderForNoService() {
        var provider = trust("{\"Federated\": \"events.amazonaws.com\"}");

        assertThat(exposures(role("role/wires", provider)))
                .containsExactly(new Exposure.LetsIn(iam("role/wires"), "events.amazonaws.com"));
    }

    /// Also where a condition would keep them out today.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"AWS\": \"*\"} | *",
                "\"*\" | *",
                "{\"AWS\": \"333333333333\"} | arn:aws:iam::333333333333:root",
                "{\"AWS\": \"arn:aws:iam::222222222223:root\"} | arn:aws:iam::222222222223:root",
                "{\"AWS\": \"AROAEXAMPLEID\"} | AROAEXAMPLEID",
                "{\"Federated\": \"cognito-identity.amazonaws.com\"} |"
                        + " cognito-identity.amazonaws.com",
                "{\"Federated\": \"arn:aws:iam::999999999999:saml-provider/AWSSSO_1\"} |"
                        + " arn:aws:iam::999999999999:saml-provider/AWSSSO_1",
                "{\"Federated\":"
                        + " \"arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com\"}"
                        + " | arn:aws:iam::999999999999:oidc-provider/token.actions.githubusercontent.com",
                "{\"Federated\": \"arn:aws:iam::222222222222:saml-provider/Corp\"} |"
                        + " arn:aws:iam::222222222222:saml-provider/Corp",
            })
    void namesEverybodyElseWhomARoleOfTheRosterLetsIn(String principal, String whom) {
        assertThat(exposures(role(READER, trust(principal))))
                .containsExactly(new Exposure.LetsIn(iam(READER), whom));
    }

    @Test
    void namesEachByItselfAndOnce() {
        var trust =
                """
                {"Statement": [
                  {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ["333333333333", "222222222222"]}},
                  {"Effect": "Allow", "Action": "sts:TagSession", "Principal": {"AWS": "333333333333"}},
                  {"Effect": "Allow", "Action": "sts:AssumeRole", "NotPrincipal": {"AWS": "444444444444"}},
                  {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": "*"}]}\
                """;

        assertThat(exposures(role(READER, trust)))
                .containsExactly(
                        new Exposure.LetsIn(iam(READER), "arn:aws:iam::333333333333:root"),
                        new Exposure.LetsIn(
                                iam(READER), "everybody but {\"AWS\":\"444444444444\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"Statement\": []}"})
    void doesNotTakeATrustPolicyThatItCannotReadForOneThatLetsInNobody(String trust) {
        assertThat(exposures(role(READER, trust)))
                .containsExactly(
                        new Exposure.LetsIn(
                                iam(READER), "a trust policy that is no policy document"));
    }

    /// What a user may have is said for each kind of it.
    @Test
    void namesEachAccessKeyOfAUserWhoMayBeThere() {
        assertThat(exposures(alice("AKIA2", "AKIA1")))
                .containsExactly(
                        new Exposure.AccessKey(iam("user/recovery/alice"), "AKIA1"),
                        new Exposure.AccessKey(iam("user/recovery/alice"), "AKIA2"));
    }

    @Test
    void saysWhatIsWrongWithTheRootUser() {
        assertThat(exposures(root(true, true, true))).containsExactly(new Exposure.RootAccessKey());
        assertThat(exposures(root(false, true, false)))
                .containsExactly(new Exposure.RootWithoutMfa());
        assertThat(exposures(root(true, true, false)))
                .containsExactly(new Exposure.RootAccessKey(), new Exposure.RootWithoutMfa());
    }

    /// As central root access leaves it.
    @Test
    void staysSilentAboutARootUserWithoutPasswordOrWithASecondFactor() {
        assertThat(gaps(root(false, false, false))).isEmpty();
        assertThat(gaps(root(false, true, true))).isEmpty();
    }

    @Test
    void doesNotTakeAnAccountThatWasNotReadForOneWithNobodyInIt() {
        var unread = new VaultAccount.Unreadable(VAULT_ACCOUNT, "AccessDenied: no");

        assertThat(gaps(unread))
                .containsExactly(
                        new Gap.StateUnknown(
                                subject(),
                                "who can act in the vault's account",
                                "AccessDenied: no"));
        assertThat(Given.nothing().vaultAccounts().gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                subject(),
                                "who can act in the vault's account",
                                "this sweep has not read it"));
    }

    @Test
    void staysSilentWhereNoVaultHasBeenLaidOutYet() {
        assertThat(gaps(new VaultAccount.Absent(VAULT_ACCOUNT, "the example"))).isEmpty();
    }

    @Test
    void callsTheAccountByTheNameThatTheOrganizationHasForIt() {
        var listed = new MemberAccount(VAULT_ACCOUNT, "backup-vault", "ACTIVE", List.of("r-root"));
        var given = Given.nothing().listedOnly(listed);

        assertThat(given.vaultAccounts(alice("AKIA1")).gaps())
                .filteredOn(Gap.VaultAccountExposed.class::isInstance)
                .singleElement()
                .extracting(Gap::subject)
                .isEqualTo(new Subject.OfAccount(listed));
    }

    private static Subject subject() {
        return new Subject.OfAccount(new MemberAccount(VAULT_ACCOUNT, "vault", "", List.of()));
    }
}
