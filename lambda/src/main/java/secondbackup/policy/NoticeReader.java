package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Notices.SignIn;

/// Reads `policies/notices.json`. Policies without that file have one channel, which hears of everything.
///
/// Fails: [BadPolicies], one message that names every problem.
public final class NoticeReader {
    static final String FILE = "notices.json";
    static final String SCHEMA = "notices.schema.json";

    private NoticeReader() {}

    /// @param files text by name
    public static Notices read(SortedMap<String, String> files, Estate estate) {
        return CheckedFile.read(files, FILE, SCHEMA)
                .map(document -> {
                    CheckedFile.refuse(problems(document));
                    return notices(document, estate);
                })
                .orElseGet(() -> Notices.toAll(estate.slackSecret()));
    }

    private static Notices notices(JsonNode document, Estate estate) {
        var channels = new ArrayList<Channel>();
        for (var channel : document.path("channels")) {
            var webhook = channel.path("webhook").asText();
            channels.add(
                    new Channel(
                            channel.path("name").asText(),
                            webhook.isEmpty()
                                    ? estate.slackSecret()
                                    : estate.slackSecret() + "-" + webhook,
                            PolicyDocuments.texts(channel.path("severities")),
                            PolicyDocuments.texts(channel.path("accounts")).stream()
                                    .map(AccountId::new)
                                    .toList()));
        }
        var pages = document.path("pages").asText();
        return new Notices(
                pages.isEmpty() ? Optional.empty() : Optional.of(pages),
                signIn(document.path("signIn")),
                channels);
    }

    private static Optional<SignIn> signIn(JsonNode way) {
        return way.isObject()
                ? Optional.of(
                        new SignIn(way.path("portal").asText(), way.path("permissionSet").asText()))
                : Optional.empty();
    }

    /// What the schema cannot say.
    static List<String> problems(JsonNode document) {
        var problems = new ArrayList<String>();
        var names = new TreeSet<String>();
        var hearsAll = false;
        for (var channel : document.path("channels")) {
            var name = channel.path("name").asText();
            if (!names.add(name)) {
                problems.add(FILE + " /channels: '" + name + "': expected each name once");
            }
            hearsAll |= channel.path("severities").isEmpty() && channel.path("accounts").isEmpty();
        }
        if (!hearsAll) {
            problems.add(
                    FILE
                            + " /channels: "
                            + names
                            + ": expected one without severities and accounts, which hears of everything");
        }
        return problems;
    }
}
