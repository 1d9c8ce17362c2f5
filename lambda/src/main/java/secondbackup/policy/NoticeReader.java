package secondbackup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Notices.Channel;

/// Reads `policies/notices.json`. Policies without that file have one channel, which hears of everything.
///
/// Fails: [BadPolicies], one message that names every problem.
public final class NoticeReader {
    private static final String FILE = "notices.json";
    private static final String SCHEMA = "schema/notices.schema.json";
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private NoticeReader() {}

    /// @param files text by name
    public static Notices read(SortedMap<String, String> files, Estate estate) {
        var text = files.get(FILE);
        if (text == null) {
            return Notices.toAll(estate.slackSecret());
        }
        var schema = files.get(SCHEMA);
        if (schema == null) {
            throw new BadPolicies(List.of(SCHEMA + ": missing; expected a JSON Schema"));
        }
        try {
            var document = JSON.readTree(text);
            var problems = new ArrayList<>(new Schema(schema).problems(FILE, document));
            if (!problems.isEmpty()) {
                throw new BadPolicies(problems);
            }
            return checked(notices(document, estate));
        } catch (JsonProcessingException bad) {
            throw new BadPolicies(List.of(FILE + ": no JSON: " + bad.getOriginalMessage()));
        }
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
        return new Notices(pages.isEmpty() ? Optional.empty() : Optional.of(pages), channels);
    }

    /// What the schema cannot say.
    private static Notices checked(Notices notices) {
        var problems = new ArrayList<String>();
        var names = new TreeSet<String>();
        for (var channel : notices.channels()) {
            if (!names.add(channel.name())) {
                problems.add(
                        FILE + " /channels: '" + channel.name() + "': expected each name once");
            }
        }
        if (notices.channels().stream().noneMatch(Channel::hearsAll)) {
            problems.add(
                    FILE
                            + " /channels: "
                            + names
                            + ": expected one without severities and accounts, which hears of everything");
        }
        if (!problems.isEmpty()) {
            throw new BadPolicies(problems);
        }
        return notices;
    }
}
