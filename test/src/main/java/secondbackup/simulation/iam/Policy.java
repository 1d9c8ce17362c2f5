package secondbackup.simulation.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A policy document, understood. It remembers which of its statements speak of which action, since the same
/// few actions are asked for again and again.
final class Policy {
    private final List<Statement> statements;
    private final List<String> strangeKeys;
    private final Map<String, List<Statement>> byAction = new HashMap<>();

    /// @param strangeKeys condition keys and variables, in lower case, that AWS does not know
    Policy(List<Statement> statements, SortedSet<String> strangeKeys) {
        this.statements = List.copyOf(statements);
        this.strangeKeys = List.copyOf(strangeKeys);
    }

    /// Fails: IllegalArgumentException when a condition asks for a key that neither AWS nor the request
    /// knows.
    Opinion opinion(Question question) {
        for (var key : strangeKeys) {
            if (!question.carries(key)) {
                throw new IllegalArgumentException("condition key " + key + " is not known here");
            }
        }
        var opinion = Opinion.SILENT;
        for (var statement : byAction.computeIfAbsent(question.action(), this::speakingOf)) {
            opinion = opinion.and(statement.opinion(question));
            if (opinion == Opinion.DENIES) {
                return opinion;
            }
        }
        return opinion;
    }

    private List<Statement> speakingOf(String action) {
        return statements.stream().filter(statement -> statement.speaksOf(action)).toList();
    }
}
