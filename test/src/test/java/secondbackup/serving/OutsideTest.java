package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What Python is told does not hang on who runs the tests.
final class OutsideTest {
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "NO_PROXY", "127.0.0.1",
                    "AWS_CONFIG_FILE", "/dev/null",
                    "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");

    @Test
    void nothingOfTheCallersAwsAndProxiesIsLeft() {
        var environment = new HashMap<String, String>();
        environment.put("AWS_PROFILE", "prod");
        environment.put("AWS_CONFIG_FILE", "/home/somebody/.aws/config");
        environment.put("HTTPS_PROXY", "http://proxy:3128");
        environment.put("http_proxy", "http://proxy:3128");
        environment.put("No_Proxy", "example.com");

        Outside.asForNobody(environment);

        assertThat(environment).isEqualTo(ALWAYS);
    }

    @Test
    void everythingElseIsLeft() {
        var others = Map.of("PATH", "/usr/bin", "MY_AWS_NOTES", "a", "proxy", "b");
        var environment = new HashMap<String, String>(others);

        Outside.asForNobody(environment);

        assertThat(environment)
                .containsAllEntriesOf(others)
                .containsAllEntriesOf(ALWAYS)
                .hasSize(6);
    }
}
