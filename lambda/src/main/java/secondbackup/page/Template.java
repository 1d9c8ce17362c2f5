package secondbackup.page;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the page is made of, before it says anything.
///
/// @param html with `{{policy}}`, `{{title}}`, `{{style}}`, `{{headline}}`, `{{trouble}}`, `{{moment}}`, `{{data}}` and
///     `{{script}}` where those go
/// @param runbook page of each kind of gap, as Markdown
public record Template(
        String html, String style, String script, SortedMap<String, String> runbook) {
    public Template {
        runbook = Collections.unmodifiableSortedMap(new TreeMap<>(runbook));
    }
}
