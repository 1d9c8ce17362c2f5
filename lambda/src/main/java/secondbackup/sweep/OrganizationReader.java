package secondbackup.sweep;

import java.util.List;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;

/// Port. Lists the organization. Its edge is `aws.AwsOrganization`.
@FunctionalInterface
public interface OrganizationReader {
    /// What came of it.
    sealed interface Listing {
        record Listed(List<MemberAccount> accounts) implements Listing {
            public Listed {
                accounts = List.copyOf(accounts);
            }
        }

        record Failed(String cause) implements Listing {}

        /// The same, but a list that lacks one of these accounts counts as none: what else it lacks nobody knows.
        ///
        /// @param own accounts that must be in it
        default Listing having(List<AccountId> own) {
            return switch (this) {
                case Failed failed -> failed;
                case Listed listed -> {
                    var ids = listed.accounts().stream().map(MemberAccount::id).toList();
                    var missing = own.stream().filter(id -> !ids.contains(id)).toList();
                    yield missing.isEmpty()
                            ? listed
                            : new Failed(
                                    "the list of "
                                            + ids.size()
                                            + " accounts is not whole: it lacks "
                                            + missing);
                }
            };
        }
    }

    Listing read();
}
