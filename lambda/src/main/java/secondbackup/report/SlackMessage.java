package secondbackup.report;

/// One message for a Slack incoming webhook.
///
/// @param json the payload: Block Kit blocks, and a text for clients that show none
public record SlackMessage(String json) {}
