package secondbackup.simulation.iam;

import java.util.List;
import java.util.SortedSet;

/// A policy document, understood.
///
/// @param strangeKeys condition keys and variables, in lower case, that AWS does not know
record Policy(List<Statement> statements, SortedSet<String> strangeKeys) {

    /// Fails: IllegalArgumentException when a condition asks for a key that neither AWS nor the request
    /// knows.
    Opinion opinion(Question question) {
        for (var key : strangeKeys) {
            if (!question.carries(key)) {
                throw new IllegalArgumentException("condition key " + key + " is not known here");
            }
        }
        var opinion = Opinion.SILENT;
        for (var statement : statements) {
            opinion = opinion.and(statement.opinion(question));
            if (opinion == Opinion.DENIES) {
                return opinion;
            }
        }
        return opinion;
    }
}
