package secondbackup.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import secondbackup.gap.Gap;
import secondbackup.page.Template;

/// Reads what the page is made of from the class path.
///
/// Fails: IllegalStateException where a file is not there.
public final class PageFiles {
    private PageFiles() {}

    public static Template read() {
        var runbook = new TreeMap<String, String>();
        for (var kind : List.of(Gap.class.getPermittedSubclasses())) {
            runbook.put(kind.getSimpleName(), text("runbook/" + kind.getSimpleName() + ".md"));
        }
        return new Template(
                text("page/page.html"), text("page/page.css"), text("page/page.js"), runbook);
    }

    private static String text(String name) {
        try (var file = PageFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name + " on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + name, failed);
        }
    }
}
