package secondbackup.attacks;

import java.util.Optional;
import secondbackup.attacks.Attack.Way;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// The first step of a way.
final class Begun {
    private Begun() {}

    /// @return how it was refused, or empty where it was not
    static Optional<Outcome> of(Way way) {
        try {
            way.go();
            return Optional.empty();
        } catch (AwsServiceException refused) {
            return Optional.of(new Outcome.Refused(Outcome.of(refused)));
        }
    }
}
