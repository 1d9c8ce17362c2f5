package secondbackup.attacks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The attack matrix as the README's security section holds it: a row for each attack, a column for each actor.
final class SecurityTable {
    /// A source vault has no lock, no holds of ours, and knows nothing of the vault's kind; what the source admin reads
    /// there is his own.
    private static final Set<Attack> NOT_AT_HOME =
            EnumSet.of(Attack.UNLOCK, Attack.RELEASE, Attack.COPY_SNAPSHOT, Attack.READ);

    private final Map<Attack, Map<Actor, SequencedMap<VaultKind, String>>> cells =
            new EnumMap<>(Attack.class);

    /// Whether there is something to try.
    static boolean tried(VaultKind kind, Actor actor, Attack attack) {
        if (actor == Actor.SOURCE_ADMIN_AT_HOME) {
            return kind == VaultKind.COMPLIANCE && !NOT_AT_HOME.contains(attack);
        }
        return attack.aboutNoVault() ? kind == VaultKind.COMPLIANCE : attack.appliesTo(kind);
    }

    void put(VaultKind kind, Actor actor, Attack attack, String cell) {
        cells.computeIfAbsent(attack, _ -> new EnumMap<>(Actor.class))
                .computeIfAbsent(actor, _ -> new TreeMap<>())
                .put(kind, cell);
    }

    /// Markdown.
    String text() {
        var lines = new ArrayList<String>();
        lines.add(line("attack", List.of(Actor.values()).stream().map(Actor::title).toList()));
        lines.add("|---".repeat(Actor.values().length + 1) + "|");
        for (var attack : Attack.values()) {
            var row = new ArrayList<String>();
            for (var actor : Actor.values()) {
                row.add(
                        cell(
                                cells.getOrDefault(attack, Map.of())
                                        .getOrDefault(actor, new TreeMap<>())));
            }
            var mark = attack.appliesTo(VaultKind.AIR_GAPPED) ? "" : " ¹";
            lines.add(line(attack.title() + mark, row));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(String first, List<String> rest) {
        return "| " + first + " | " + String.join(" | ", rest) + " |";
    }

    private static String cell(SequencedMap<VaultKind, String> byKind) {
        var values = new TreeSet<>(byKind.values());
        if (values.isEmpty()) {
            return "—";
        }
        if (values.size() == 1) {
            return values.getFirst();
        }
        var parts = new ArrayList<String>();
        byKind.forEach((kind, cell) -> parts.add(kind.title() + ": " + cell));
        return String.join("; ", parts);
    }
}
