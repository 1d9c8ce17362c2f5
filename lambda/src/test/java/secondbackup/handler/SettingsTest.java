package secondbackup.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.inventory.Region;

class SettingsTest {
    private static final Region FRANKFURT = new Region("eu-central-1");

    @Test
    void needsNothingButTheRegion() {
        assertThat(Settings.of(Map.of("AWS_REGION", "eu-central-1")))
                .isEqualTo(new Settings(FRANKFURT, Optional.empty(), 8, 50));
    }

    @Test
    void readsEverything() {
        var environment = new TreeMap<String, String>();
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("SECOND_BACKUP_POLICIES", "file:/etc/policies/");
        environment.put("SECOND_BACKUP_CONCURRENCY", "1");
        environment.put("SECOND_BACKUP_STARTS_MAX", "1000");
        assertThat(Settings.of(environment))
                .isEqualTo(
                        new Settings(
                                FRANKFURT,
                                Optional.of(URI.create("file:/etc/policies/")),
                                1,
                                1000));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var environment = new TreeMap<String, String>();
        environment.put("SECOND_BACKUP_POLICIES", "https://example.com");
        environment.put("SECOND_BACKUP_CONCURRENCY", "0");
        environment.put("SECOND_BACKUP_STARTS_MAX", "1001");
        assertThatThrownBy(() -> Settings.of(environment))
                .hasMessageContainingAll(
                        "AWS_REGION is ''",
                        "SECOND_BACKUP_POLICIES is 'https://example.com'",
                        "SECOND_BACKUP_CONCURRENCY is '0'",
                        "SECOND_BACKUP_STARTS_MAX is '1001'");
    }
}
