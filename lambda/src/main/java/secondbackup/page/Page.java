package secondbackup.page;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import secondbackup.report.Report;
import secondbackup.report.Sha256;
import secondbackup.report.Summaries;

/// Puts the page together: one file, no network.
///
/// Source: W3C, "Content Security Policy Level 3" (hashes of inline scripts and styles, `default-src`), and HTML
/// Living Standard, "Restrictions for contents of script elements" (what must not stand in a data block), read
/// 2026-11-27.
final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private Page() {}

    static String of(Report report, Template template) {
        var headline = Summaries.headline(report);
        var parts =
                Map.of(
                        "policy", policy(template),
                        "title", escaped(headline + " · second-backup"),
                        "style", template.style(),
                        "headline", escaped(headline),
                        "trouble", escaped(Summaries.trouble(report)),
                        "moment", escaped(Summaries.numbers(report)),
                        "data", embedded(PageContent.of(report, template.runbook()).toString()),
                        "script", template.script());
        return PLACE.matcher(template.html())
                .replaceAll(place -> Matcher.quoteReplacement(part(parts, place.group(1))));
    }

    private static String part(Map<String, String> parts, String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "page: got a place '" + name + "'; expected one of " + parts.keySet());
        }
        return part;
    }

    /// Nothing may be loaded, sent or framed; the one script and the one style are those we wrote.
    private static String policy(Template template) {
        return "default-src 'none'; script-src 'sha256-"
                + hash(template.script())
                + "'; style-src 'sha256-"
                + hash(template.style())
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// JSON that cannot end its element, nor begin another: outside of its texts none of these stand in JSON.
    static String embedded(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
