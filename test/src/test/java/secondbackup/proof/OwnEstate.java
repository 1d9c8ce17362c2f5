package secondbackup.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import secondbackup.cdk.SecondBackupApp;
import secondbackup.handler.PolicyFiles;
import secondbackup.rehearsal.Templates;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// Policies that differ from the example's, in a folder where Lambdas can read them, and what is synthesized of them.
///
/// @param policies folder
/// @param templates what was synthesized
public record OwnEstate(Path policies, Templates templates) {
    private static final Path FOLDER = Path.of("target", "estates").toAbsolutePath();

    /// @param name of a folder
    /// @param estate changes `estate.json`
    public static OwnEstate of(String name, Consumer<ObjectNode> estate) {
        return of(name, "estate.json", estate);
    }

    /// @param file of the example's policies that is changed
    public static OwnEstate of(String name, String file, Consumer<ObjectNode> change) {
        return of(name, Map.of(file, change));
    }

    /// @param changes by file; one that the example has not begins empty
    public static OwnEstate of(String name, Map<String, Consumer<ObjectNode>> changes) {
        return of(name, changed(changes));
    }

    /// @param name of a folder
    /// @param files text of `policies/` by name
    public static OwnEstate of(String name, SortedMap<String, String> files) {
        var folder = written(name, files);
        return new OwnEstate(folder, synthesized(folder, files));
    }

    /// Policies of which nothing is synthesized.
    ///
    /// @param name of a folder
    /// @return where they are
    public static Path policies(String name, Map<String, Consumer<ObjectNode>> changes) {
        return written(name, changed(changes));
    }

    private static SortedMap<String, String> changed(Map<String, Consumer<ObjectNode>> changes) {
        var files = PolicyFiles.read(Optional.empty());
        changes.forEach((file, change) -> {
            var json = (ObjectNode) SmallWorld.parse(files.getOrDefault(file, "{}"));
            change.accept(json);
            files.put(file, json.toString());
        });
        return files;
    }

    private static Path written(String name, SortedMap<String, String> files) {
        var folder = FOLDER.resolve(name).resolve("policies");
        empty(folder);
        files.forEach((each, text) -> write(folder.resolve(each), text));
        return folder;
    }

    private static Templates synthesized(Path policies, SortedMap<String, String> files) {
        var out = policies.resolveSibling("cdk.out");
        var jar = policies.resolveSibling("instead-of-the-lambdas.jar");
        write(jar, "no code");
        var app =
                new App(
                        AppProps.builder()
                                .outdir(out.toString())
                                .analyticsReporting(false)
                                .build());
        SecondBackupApp.add(app, files, jar.toString());
        app.synth();
        return Templates.in(out);
    }

    /// An earlier build may have had more files.
    private static void empty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    private static void write(Path file, String text) {
        try {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public JsonNode estate() {
        return SmallWorld.parse(
                PolicyFiles.read(Optional.of(policies.toUri())).getOrDefault("estate.json", "{}"));
    }
}
