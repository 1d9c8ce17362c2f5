package secondbackup.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import secondbackup.cdk.SecondBackupApp;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Templates;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// The kinds of vaults that an estate may have, and the example estate with each of them.
enum VaultKind {
    AIR_GAPPED,
    COMPLIANCE,
    GOVERNANCE;

    private static final Path FOLDER = Path.of("target", "attacks").toAbsolutePath();

    /// As the table's cells name it where kinds differ.
    String letter() {
        return name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
    }

    /// The example estate's policies, with a vault of this kind, written where Lambdas can read them.
    Path policies(String name, UnaryOperator<SortedMap<String, String>> change) {
        var files = PolicyFiles.read(Optional.empty());
        files.compute("estate.json", (_, text) -> estate(String.valueOf(text)));
        var folder = FOLDER.resolve(name).resolve("policies");
        change.apply(files).forEach((file, text) -> write(folder.resolve(file), text));
        return folder;
    }

    private String estate(String text) {
        var estate = (ObjectNode) SmallWorld.parse(text);
        var vault = (ObjectNode) estate.at("/vaults/0");
        switch (this) {
            case GOVERNANCE -> {}
            case COMPLIANCE -> vault.put("mode", "compliance").put("graceDays", 3);
            case AIR_GAPPED -> vault.put("kind", "air-gapped").remove(List.of("key", "mode"));
        }
        if (this != GOVERNANCE) {
            estate.put("complianceLock", "NOBODY CAN UNDO THIS, NOT EVEN AWS");
        }
        return estate.toString();
    }

    /// What is synthesized of these policies.
    static Templates synthesized(Path policies) {
        var out = policies.resolveSibling("cdk.out");
        var jar = policies.resolveSibling("instead-of-the-lambdas.jar");
        write(jar, "no code");
        var app =
                new App(AppProps.builder().outdir(out.toString()).analyticsReporting(false).build());
        SecondBackupApp.add(
                app, PolicyFiles.read(Optional.of(policies.toUri())), jar.toString());
        app.synth();
        return Templates.in(out);
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
}
