package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.handler.PolicyFiles;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Notices.SignIn;

class NoticeReaderTest {
    private static final String SECRET = Sample.estate().slackSecret();

    private static Notices read(String notices) {
        var files = new TreeMap<>(PolicyFiles.read(Optional.empty()));
        files.put("notices.json", notices);
        return NoticeReader.read(files, Sample.estate());
    }

    @Test
    void shipsOneChannelThatHearsOfEverything() {
        var shipped = NoticeReader.read(PolicyFiles.read(Optional.empty()), Sample.estate());

        assertThat(shipped).isEqualTo(Notices.toAll(SECRET));
    }

    @Test
    void takesAMissingFileForThat() {
        assertThat(NoticeReader.read(new TreeMap<>(), Sample.estate()))
                .isEqualTo(Notices.toAll(SECRET));
    }

    @Test
    void readsChannelsWithSecretsOfTheirOwn() {
        var notices =
                read(
                        """
                        {"why": "teams", "pages": "https://pages.example/", "channels": [
                          {"name": "all"},
                          {"name": "pay", "webhook": "payments", "severities": ["danger"],
                           "accounts": ["111111111111"]}]}\
                        """);

        assertThat(notices.pages()).contains("https://pages.example/");
        assertThat(notices.channels())
                .containsExactly(
                        new Channel("all", SECRET, List.of(), List.of()),
                        new Channel(
                                "pay",
                                SECRET + "-payments",
                                List.of("danger"),
                                List.of(new AccountId("111111111111"))));
    }

    @Test
    void readsHowPeopleSignIn() {
        var notices =
                read(
                        """
                        {"why": "teams", "channels": [{"name": "all"}], "signIn":
                          {"portal": "https://example.awsapps.com/start", "permissionSet": "Reader"}}\
                        """);

        assertThat(notices.signIn())
                .contains(new SignIn("https://example.awsapps.com/start", "Reader"));
    }

    @Test
    void refusesAPortalThatIsNone() {
        assertThatThrownBy(() ->
                        read(
                                """
                                {"why": "teams", "channels": [{"name": "all"}], "signIn":
                                  {"portal": "http://example.awsapps.com/start/", "permissionSet": "Reader"}}\
                                """))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("/signIn/portal");
    }

    @Test
    void refusesChannelsOfWhichNoneHearsEverything() {
        assertThatThrownBy(() ->
                        read(
                                """
                                {"why": "x", "channels": [
                                  {"name": "a", "severities": ["danger"]},
                                  {"name": "a", "accounts": ["111111111111"]}]}\
                                """))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("'a': expected each name once")
                .hasMessageContaining("which hears of everything");
    }

    @Test
    void refusesWhatTheSchemaDoesNotKnow() {
        assertThatThrownBy(() ->
                        read(
                                "{\"why\": \"x\", \"channels\": [{\"name\": \"a\", \"url\": \"https://x\"}]}"))
                .hasMessageContaining("/channels/0")
                .hasMessageContaining("url");
        assertThatThrownBy(() -> read("nope")).hasMessageContaining("notices.json: no JSON");
    }
}
