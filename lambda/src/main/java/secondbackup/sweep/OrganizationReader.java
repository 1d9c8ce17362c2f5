package secondbackup.sweep;

import java.util.List;
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
    }

    Listing read();
}
