package secondbackup.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Option;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.Login;
import secondbackup.handler.PolicyFiles;

/// Options by which every command comes to AWS and to the policies.
final class Way {
    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the AWS CLI.")
    private String profile = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Region for calls that belong to none; the profile's without it.")
    private String region = "";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Goes to this address instead of AWS, such as a simulation's.")
    private String endpoint = "";

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "Folder that takes the place of the jar's own policies/.")
    private String policies = "";

    boolean givenPolicies() {
        return !policies.isEmpty();
    }

    SortedMap<String, String> files() {
        if (policies.isEmpty()) {
            return PolicyFiles.read(Optional.empty());
        }
        var folder = Path.of(policies);
        if (!Files.isRegularFile(folder.resolve("estate.json"))) {
            throw new Usage(
                    "--policies '" + policies + "': expected a folder with estate.json in it");
        }
        return PolicyFiles.read(Optional.of(folder.toUri()));
    }

    /// Fails: [Usage] where no Region is known, or the endpoint is no URL.
    AwsConnection connect(Terminal terminal) {
        return connect(terminal, region);
    }

    /// @param usual Region where none was given
    AwsConnection connectTo(Terminal terminal, String usual) {
        return connect(terminal, region.isEmpty() ? usual : region);
    }

    private AwsConnection connect(Terminal terminal, String chosen) {
        try {
            return terminal.connect().apply(new Login(profile, chosen, endpoint));
        } catch (IllegalArgumentException wrong) {
            throw new Usage(String.valueOf(wrong.getMessage()));
        }
    }
}
