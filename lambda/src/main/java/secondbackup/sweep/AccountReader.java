package secondbackup.sweep;

import java.time.Instant;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;

/// Port. Surveys one active account in all its Regions. Its edge is `aws.AwsAccount`.
@FunctionalInterface
public interface AccountReader {
    AccountView read(MemberAccount account, Instant now);
}
