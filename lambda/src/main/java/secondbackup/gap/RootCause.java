package secondbackup.gap;

import java.util.List;

/// One cause and all the gaps that would be gone with it.
///
/// @param kind of the gaps that name the cause; the others follow from these
/// @param gaps in the order in which they were found
public record RootCause(String kind, Cause cause, List<Gap> gaps) {
    public RootCause {
        gaps = List.copyOf(gaps);
    }

    /// The same text for the same root cause in every report.
    public String key() {
        return kind + "|" + cause.text();
    }
}
