package secondbackup.inventory;

import java.util.List;

/// One account as the organization lists it.
///
/// Source: AWS Organizations API, `Account.State` (`Status` is retired on 2026-09-09), read 2026-11-22.
///
/// @param state as AWS says it: `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, ...
/// @param units ids from the root down to the unit it hangs from
public record MemberAccount(AccountId id, String name, String state, List<String> units) {
    public MemberAccount {
        units = List.copyOf(units);
    }

    public boolean active() {
        return state.equals("ACTIVE");
    }

    /// Nothing is left in it, and nothing can be reached.
    public boolean closed() {
        return state.equals("CLOSED");
    }
}
