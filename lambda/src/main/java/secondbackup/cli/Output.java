package secondbackup.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import secondbackup.aws.Json;

/// Options by which a command says where its results go, and in what form.
final class Output {
    @Option(names = "--json", description = "Results as JSON.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Results into a file, which is there in whole or not at all.")
    private String file = "";

    /// Fails: [Usage] before anything else is done, when the file cannot be written.
    void check() {
        var folder = Path.of(file).toAbsolutePath().getParent();
        if (!file.isEmpty()
                && (folder == null
                        || !Files.isWritable(folder)
                        || Files.isDirectory(Path.of(file)))) {
            throw new Usage(
                    "--out '" + file + "': expected a file in a folder that can be written");
        }
    }

    <T> void write(T value, Class<T> kind, Supplier<List<String>> text, Terminal terminal) {
        var lines =
                json
                        ? List.of(new String(Json.write(value, kind), StandardCharsets.UTF_8))
                        : text.get();
        if (file.isEmpty()) {
            lines.forEach(line -> terminal.out().println(terminal.shown(line)));
            return;
        }
        try {
            var target = Path.of(file).toAbsolutePath();
            var draft =
                    Files.createTempFile(target.getParent(), target.getFileName().toString(), "");
            Files.write(draft, lines);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            terminal.progress("Written: " + target);
        } catch (IOException failed) {
            throw new NotSeen("--out '" + file + "' could not be written: " + failed);
        }
    }
}
