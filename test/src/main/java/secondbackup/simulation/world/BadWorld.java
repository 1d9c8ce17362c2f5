package secondbackup.simulation.world;

import java.util.List;
import java.util.stream.Collectors;

/// A file of a world that cannot be used. Its one message names everything that is wrong.
public final class BadWorld extends RuntimeException {
    BadWorld(String file, List<Problem> problems) {
        super(
                problems.size()
                        + (problems.size() == 1 ? " problem" : " problems")
                        + " in "
                        + file
                        + problems.stream()
                                .map(Problem::text)
                                .collect(Collectors.joining("\n  ", "\n  ", "")));
    }

    BadWorld(String message, Throwable cause) {
        super(message, cause);
    }
}
