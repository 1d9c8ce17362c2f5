package secondbackup.policy;

import java.util.List;
import java.util.Optional;
import secondbackup.inventory.AccountId;

/// Who is told of what: `policies/notices.json`.
///
/// @param pages address below which people open the files of the report bucket; empty where nothing serves them
/// @param signIn how people come to the control account's console; empty where they sign in first
/// @param channels at least one of them hears of everything
public record Notices(Optional<String> pages, Optional<SignIn> signIn, List<Channel> channels) {
    /// The access portal of AWS IAM Identity Center.
    ///
    /// @param portal its address, without a slash at its end
    /// @param permissionSet with which people look at the report bucket
    public record SignIn(String portal, String permissionSet) {}

    /// One channel of Slack.
    ///
    /// @param name in logs and alarms
    /// @param secret name of the secret that holds its webhook's URL
    /// @param severities names of the severities it hears of, in lower case; empty for all
    /// @param accounts those it hears of; empty for all
    public record Channel(
            String name, String secret, List<String> severities, List<AccountId> accounts) {
        public Channel {
            severities = List.copyOf(severities);
            accounts = List.copyOf(accounts);
        }

        /// Whether it is told at once of a call in this account that rings a tripwire.
        public boolean hearsAlarms(AccountId account) {
            return (severities.isEmpty() || severities.contains("danger"))
                    && (accounts.isEmpty() || accounts.contains(account));
        }

        public boolean hearsAll() {
            return severities.isEmpty() && accounts.isEmpty();
        }
    }

    public Notices {
        channels = List.copyOf(channels);
    }

    /// One channel that hears of everything.
    static Notices toAll(String secret) {
        var channel = new Channel("second-backup", secret, List.of(), List.of());
        return new Notices(Optional.empty(), Optional.empty(), List.of(channel));
    }
}
