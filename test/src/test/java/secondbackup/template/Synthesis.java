package secondbackup.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.cdk.SecondBackupApp;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.SmallWorld;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/// All stacks of the example estate, and of the same with an air-gapped vault beside its own, synthesized once for all
/// tests of this JVM: the first synthesis takes seconds.
final class Synthesis {
    /// Of this Java alone: the CDK refuses to go on where somebody else writes into its folder.
    static final Path FOLDER =
            Path.of("target", "cdk.out-" + ProcessHandle.current().pid()).toAbsolutePath();

    private static final App APP = synthesize();

    private Synthesis() {}

    private static App synthesize() {
        var app =
                new App(
                        AppProps.builder()
                                .outdir(FOLDER.toString())
                                .analyticsReporting(false)
                                .build());
        SecondBackupApp.add(app, files(), jar());
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
        app.synth();
        return app;
    }

    static SortedMap<String, String> files() {
        var files = PolicyFiles.read(Optional.empty());
        files.compute("estate.json", (_, text) -> both(String.valueOf(text)));
        return files;
    }

    private static String both(String estate) {
        var json = (ObjectNode) SmallWorld.parse(estate);
        var vaults = json.withArray("vaults");
        var other = (ObjectNode) vaults.path(0).deepCopy();
        other.put("arn", other.path("arn").asText() + "-gapped").put("kind", "air-gapped");
        other.remove(List.of("key", "mode"));
        vaults.add(other);
        json.put("complianceLock", "NOBODY CAN UNDO THIS, NOT EVEN AWS");
        json.put("alarmEmail", "backups@example.com");
        return json.toString();
    }

    /// Something in the jar's place, of this Java alone, too: what is in it is the business of [RuntimeClientTest].
    private static String jar() {
        try {
            Files.createDirectories(FOLDER);
            var name = "instead-of-the-lambdas-" + ProcessHandle.current().pid() + ".jar";
            var jar = FOLDER.resolveSibling(name);
            return Files.writeString(jar, "no code").toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<Stack> stacks() {
        return APP.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .toList();
    }

    static Path file(String stack) {
        return FOLDER.resolve(stack + ".template.json");
    }

    static JsonNode template(String stack) {
        try {
            return SmallWorld.parse(Files.readString(file(stack)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Templates by stack.
    static SortedMap<String, JsonNode> templates() {
        var templates = new TreeMap<String, JsonNode>();
        stacks().forEach(stack ->
                templates.put(stack.getStackName(), template(stack.getStackName())));
        return templates;
    }

    /// Resources of a type in all stacks.
    static List<JsonNode> resources(String type) {
        var found = new ArrayList<JsonNode>();
        for (var template : templates().values()) {
            for (var resource : template.path("Resources")) {
                if (resource.path("Type").asText().equals(type)) {
                    found.add(resource);
                }
            }
        }
        return found;
    }

    /// The only resource of a type in all stacks.
    static JsonNode only(String type) {
        var found = resources(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of type " + type + " and not one");
        }
        return found.getFirst();
    }
}
