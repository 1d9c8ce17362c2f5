package secondbackup.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import secondbackup.handler.PolicyFiles;

/// The example's policies in a folder, with another `estate.json`.
public final class OwnPolicies {
    private OwnPolicies() {}

    /// @return the environment of Lambdas that read them
    public static SortedMap<String, String> in(Path folder, Consumer<ObjectNode> change)
            throws IOException {
        var estate = (ObjectNode) SmallWorld.policies("estate.json");
        change.accept(estate);
        for (var file : PolicyFiles.read(Optional.empty()).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.writeString(path, String.valueOf(file.getValue()));
        }
        Files.writeString(folder.resolve("estate.json"), estate.toString());
        var environment = new TreeMap<String, String>();
        environment.put("SECOND_BACKUP_POLICIES", folder.toUri().toString());
        return environment;
    }
}
