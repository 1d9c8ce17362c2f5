package secondbackup.sweep;

import secondbackup.report.SlackMessage;

/// Port. Says something to people. Its edge is `slack.SlackWebhook`.
@FunctionalInterface
public interface Notifier {
    /// What came of it.
    sealed interface Said {
        record Delivered() implements Said {}

        record NotDelivered(String cause) implements Said {}
    }

    Said say(SlackMessage message);
}
