package secondbackup.simulation.iam;

import java.util.HashMap;
import java.util.Map;

/// Policy documents, each read once.
public final class Policies {
    private record Key(PolicyKind kind, String json) {}

    private final Map<Key, Policy> read = new HashMap<>();

    Policies() {}

    /// Reads the policy of an identity or a session without asking it anything.
    ///
    /// Fails: IllegalArgumentException naming what cannot be understood.
    public static void check(String document) {
        PolicyParser.parse(document, PolicyKind.IDENTITY);
    }

    /// Reads a trust policy without asking it anything.
    ///
    /// Fails: IllegalArgumentException naming what cannot be understood.
    public static void checkTrust(String document) {
        PolicyParser.parse(document, PolicyKind.TRUST);
    }

    /// Reads the policy of a resource without asking it anything.
    ///
    /// Fails: IllegalArgumentException naming what cannot be understood.
    public static void checkResource(String document) {
        PolicyParser.parse(document, PolicyKind.RESOURCE);
    }

    /// What several documents of one kind say together.
    Opinion opinion(Iterable<String> documents, PolicyKind kind, Question question) {
        var opinion = Opinion.SILENT;
        for (var document : documents) {
            opinion = opinion.and(opinion(document, kind, question));
        }
        return opinion;
    }

    Opinion opinion(String document, PolicyKind kind, Question question) {
        return of(document, kind).opinion(question);
    }

    private Policy of(String document, PolicyKind kind) {
        return read.computeIfAbsent(
                new Key(kind, document), key -> PolicyParser.parse(key.json(), key.kind()));
    }
}
