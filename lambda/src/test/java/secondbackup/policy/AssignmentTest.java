package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView;

class AssignmentTest {
    private static final List<AccountId> ACCOUNTS =
            IntStream.range(0, 1_000)
                    .mapToObj(number -> new AccountId("4%011d".formatted(number)))
                    .toList();

    @Test
    void givesTheOnlyVaultToEverybody() {
        var only = vault("333333333331");
        assertThat(ACCOUNTS)
                .allMatch(account -> Assignment.of(account, List.of(only)).equals(only));
        var own = only.account();
        assertThat(Assignment.of(own, List.of(only))).isEqualTo(only);
    }

    @Test
    void givesEachVaultAboutItsShare() {
        var vaults = List.of(vault("333333333331"), vault("333333333332"), vault("333333333333"));
        for (var vault : vaults) {
            var share =
                    ACCOUNTS.stream()
                            .filter(one -> Assignment.of(one, vaults).equals(vault))
                            .count();
            assertThat(share).isBetween(280L, 390L);
        }
    }

    @Test
    void movesAccountsOnlyToAVaultThatIsAdded() {
        var vaults = List.of(vault("333333333331"), vault("333333333332"));
        var added = vault("333333333333");
        var more = new ArrayList<>(vaults);
        more.addFirst(added);
        for (var account : ACCOUNTS) {
            assertThat(Assignment.of(account, more)).isIn(added, Assignment.of(account, vaults));
        }
    }

    @Test
    void takesNoNoticeOfTheOrder() {
        var vaults = List.of(vault("333333333331"), vault("333333333332"), vault("333333333333"));
        for (var account : ACCOUNTS) {
            assertThat(Assignment.of(account, vaults.reversed()))
                    .isEqualTo(Assignment.of(account, vaults));
        }
    }

    @Test
    void copiesNoVaultAccountIntoItself() {
        var vaults = List.of(vault("333333333331"), vault("333333333332"), vault("333333333333"));
        for (var vault : vaults) {
            assertThat(Assignment.of(vault.account(), vaults).account())
                    .isNotEqualTo(vault.account());
        }
    }

    @Test
    void refusesToChooseFromNone() {
        assertThatThrownBy(() -> Assignment.of(ACCOUNTS.getFirst(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no vault for 400000000000");
    }

    private static Estate.Vault vault(String account) {
        var arn = new Arn("arn:aws:backup:eu-central-1:" + account + ":backup-vault:second");
        return new Estate.Vault(
                arn, VaultView.Kind.STANDARD, Optional.empty(), 7, 400, 5, "{}", "{}");
    }
}
