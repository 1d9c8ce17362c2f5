package secondbackup.inventory;

import java.util.List;

/// One account as the organization lists it.
///
/// A closed account is `CLOSED` for 90 days, in which AWS Support can bring it back with what is in it; then it is
/// closed for good, and the organization lists it no longer.
///
/// Source: AWS Organizations API, `Account.State` (`Status` is retired on 2026-09-09), read 2026-11-22; AWS Organizations
/// User Guide, "Monitor the state of your AWS accounts" and "Closing a member account in an organization with AWS
/// Organizations"; AWS Account Management Reference Guide, "Close an AWS account" (post-closure period), read
/// 2026-11-27.
///
/// @param state as AWS says it: `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, `CLOSED`, ...
/// @param units ids from the root down to the unit it hangs from
public record MemberAccount(AccountId id, String name, String state, List<String> units) {
    public MemberAccount {
        units = List.copyOf(units);
    }

    public boolean active() {
        return state.equals("ACTIVE");
    }
}
