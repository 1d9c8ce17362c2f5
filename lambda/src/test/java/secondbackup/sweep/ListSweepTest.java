package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.sweep.OrganizationReader.Listing;

/// What a sweep sets out to see.
class ListSweepTest {
    private final StoreInMemory store = new StoreInMemory();

    @Test
    void takesAListThatHasTheEstatesOwnAccounts() {
        assertThat(list(own())).isInstanceOf(Manifest.Listed.class);
    }

    @Test
    void takesAListThatLacksOneOfTheEstatesOwnAccountsForNone() {
        for (var missing : Sample.policies().estate().ownAccounts()) {
            var accounts = own();
            accounts.removeIf(account -> account.id().equals(missing));

            assertThat(list(accounts))
                    .isInstanceOfSatisfying(
                            Manifest.NotListed.class,
                            manifest ->
                                    assertThat(manifest.cause())
                                            .contains("not whole", missing.value()));
        }
    }

    @Test
    void takesAnEmptyListForNone() {
        assertThat(list(List.of())).isInstanceOf(Manifest.NotListed.class);
    }

    @Test
    void countsAnAccountOnceThatIsListedTwice() {
        var twice = own();
        twice.addAll(own());

        assertThat(list(twice)).isEqualTo(list(own()));
    }

    private Manifest list(List<MemberAccount> accounts) {
        return new ListSweep(() -> new Listing.Listed(accounts), List::of, store, Sample.policies())
                .run(Sample.NOW);
    }

    private static List<MemberAccount> own() {
        var accounts = new ArrayList<MemberAccount>();
        for (AccountId id : Sample.policies().estate().ownAccounts()) {
            accounts.add(Sample.account(id, "ACTIVE"));
        }
        return accounts;
    }
}
