package secondbackup.handler;

import java.time.InstantSource;
import java.util.Map;
import secondbackup.aws.AwsConnection;
import secondbackup.slack.Poster;

/// All that a Lambda touches outside itself.
///
/// @param environment see [Settings]
/// @param time the clock, read once per invocation
/// @param poster the way to Slack
public record Surroundings(
        Map<String, String> environment,
        AwsConnection connection,
        InstantSource time,
        Poster poster) {
    static Surroundings production() {
        var environment = System.getenv();
        var region = Settings.of(environment).region();
        return new Surroundings(
                environment,
                AwsConnection.production(region),
                InstantSource.system(),
                Poster.http());
    }
}
