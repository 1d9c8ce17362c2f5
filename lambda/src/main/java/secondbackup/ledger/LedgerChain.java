package secondbackup.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.report.Sha256;

/// Follows the ledger's chain from its first file to its last.
public final class LedgerChain {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What was found.
    ///
    /// @param problems where the chain breaks, a sentence each, the first break first; empty where it holds
    /// @param notes days that have no file, though the chain holds
    /// @param last hash of the last file, for whoever compares it with one noted earlier
    public record Checked(
            int files,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> last,
            List<String> problems,
            List<String> notes) {
        public Checked {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }

        public boolean holds() {
            return problems.isEmpty();
        }
    }

    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private LedgerChain() {}

    /// @param files text of each day's file
    public static Checked check(SortedMap<LocalDate, String> files) {
        return new LedgerChain().checked(files);
    }

    private Checked checked(SortedMap<LocalDate, String> files) {
        var before = Optional.<LocalDate>empty();
        for (var file : files.entrySet()) {
            link(file.getKey(), file.getValue(), before, files);
            before = Optional.of(file.getKey());
        }
        return new Checked(
                files.size(),
                files.isEmpty() ? Optional.empty() : Optional.of(files.firstKey()),
                before,
                before.map(day -> hash(text(files, day))),
                problems,
                notes);
    }

    private void link(
            LocalDate day,
            String text,
            Optional<LocalDate> before,
            SortedMap<LocalDate, String> files) {
        var read = read(text);
        if (!read.path("day").asText().equals(day.toString())) {
            problems.add(day + ": the file is no ledger file of that day");
            return;
        }
        var named = read.at("/before/day").asText();
        var expected = before.map(LocalDate::toString).orElse("");
        if (!named.equals(expected)) {
            problems.add(
                    day
                            + ": names "
                            + (named.isEmpty() ? "no day" : named)
                            + " as the one before it; "
                            + (expected.isEmpty() ? "no file is" : expected + " is")
                            + ". A file was left out, or put in");
            return;
        }
        before.filter(earlier ->
                        !hash(text(files, earlier)).equals(read.at("/before/sha256").asText()))
                .ifPresent(earlier ->
                        problems.add(
                                earlier
                                        + ": the file is not the one whose hash "
                                        + day
                                        + " names. One of the two was changed"));
        before.filter(earlier -> !earlier.plusDays(1).equals(day))
                .ifPresent(earlier ->
                        notes.add(
                                "No file between "
                                        + earlier
                                        + " and "
                                        + day
                                        + ": nobody looked for longer than a history reaches."));
    }

    private static String text(SortedMap<LocalDate, String> files, LocalDate day) {
        return Optional.ofNullable(files.get(day)).orElseThrow();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /// The hash of a file, in hexadecimal.
    public static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
