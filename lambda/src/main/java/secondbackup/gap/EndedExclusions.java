package secondbackup.gap;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.policy.Estate;

/// Accounts that were left out for a while, and that while is over.
final class EndedExclusions {
    private EndedExclusions() {}

    /// Where the account could not be read, the gap says that too: it has no roles of ours as long as it stands
    /// among the exclusions.
    static Stream<Gap> of(AccountView view, Estate estate, Instant now) {
        return estate.exclusion(view.account().id()).stream()
                .filter(exclusion -> !exclusion.holds(now))
                .map(exclusion ->
                        new Gap.ExclusionEnded(
                                new Gap.Subject.OfAccount(view.account()),
                                exclusion,
                                unread(view)));
    }

    private static Optional<String> unread(AccountView view) {
        return switch (view) {
            case AccountView.Unreadable(_, var cause) -> Optional.of(cause);
            case AccountView.Inactive inactive -> Optional.of(inactive.cause());
            case AccountView.Seen _, AccountView.Excluded _ -> Optional.empty();
        };
    }
}
