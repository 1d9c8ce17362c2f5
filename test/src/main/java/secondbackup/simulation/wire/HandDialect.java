package secondbackup.simulation.wire;

import java.util.List;

/// How a service speaks that reads and writes its own protocol.
public interface HandDialect extends Dialect {
    /// Every operation that it answers, as AWS names it.
    List<String> operations();
}
