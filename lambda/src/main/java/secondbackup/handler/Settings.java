package secondbackup.handler;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import secondbackup.inventory.Region;

/// What the environment says.
///
/// @param region `AWS_REGION`, set by Lambda
/// @param policies `SECOND_BACKUP_POLICIES`, URL of a folder that takes the place of the bundled `policies/`
/// @param concurrency `SECOND_BACKUP_CONCURRENCY`, most Regions or files read at a time; 1 is a plain loop
/// @param startsMax `SECOND_BACKUP_STARTS_MAX`, most copies ordered in one run
record Settings(Region region, Optional<URI> policies, int concurrency, int startsMax) {
    private static final String REGION = "AWS_REGION";
    private static final String POLICIES = "SECOND_BACKUP_POLICIES";
    private static final String CONCURRENCY = "SECOND_BACKUP_CONCURRENCY";
    private static final String STARTS_MAX = "SECOND_BACKUP_STARTS_MAX";
    private static final int CONCURRENCY_DEFAULT = 8;
    private static final int STARTS_MAX_DEFAULT = 50;
    private static final int MOST = 1000;

    /// Fails: IllegalArgumentException, one message for everything that is missing or wrong.
    static Settings of(Map<String, String> environment) {
        var problems = new ArrayList<String>();
        var region = region(environment, problems);
        var policies = policies(environment, problems);
        var concurrency = number(environment, CONCURRENCY, CONCURRENCY_DEFAULT, problems);
        var startsMax = number(environment, STARTS_MAX, STARTS_MAX_DEFAULT, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("environment: " + String.join("; ", problems));
        }
        return new Settings(region.orElseThrow(), policies, concurrency, startsMax);
    }

    private static Optional<Region> region(Map<String, String> environment, List<String> problems) {
        var text = environment.getOrDefault(REGION, "");
        try {
            return Optional.of(new Region(text));
        } catch (IllegalArgumentException _) {
            problems.add(REGION + " is '" + text + "': expected a Region such as eu-central-1");
            return Optional.empty();
        }
    }

    private static Optional<URI> policies(Map<String, String> environment, List<String> problems) {
        var text = environment.getOrDefault(POLICIES, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("(file|jar):.+")) {
            problems.add(POLICIES + " is '" + text + "': expected a file: or jar: URL of a folder");
            return Optional.empty();
        }
        return Optional.of(URI.create(text));
    }

    private static int number(
            Map<String, String> environment, String name, int standard, List<String> problems) {
        var text = environment.getOrDefault(name, String.valueOf(standard));
        var number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST) {
            problems.add(name + " is '" + text + "': expected a number from 1 to " + MOST);
        }
        return number;
    }
}
