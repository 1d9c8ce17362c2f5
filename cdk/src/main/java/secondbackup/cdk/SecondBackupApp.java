package secondbackup.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.cdk.parts.Parts;
import secondbackup.cdk.recovery.RecoveryStacks;
import secondbackup.cdk.vault.VaultStack;
import secondbackup.policy.BadPolicies;
import software.amazon.awscdk.App;

/// Entry of `cdk synth` and `cdk deploy`.
public final class SecondBackupApp {
    /// Says, as the operator's commands do, that the policies are wrong and nothing was done.
    private static final int BAD_POLICIES = 64;

    private SecondBackupApp() {}

    public static void main(String[] arguments) {
        try {
            var parts = Parts.of(files(Path.of("..", "policies")));
            var app = new App();
            add(app, parts);
            app.synth();
        } catch (BadPolicies bad) {
            System.err.println(bad.getMessage());
            System.exit(BAD_POLICIES);
        }
    }

    /// Adds every stack of the estate.
    public static void add(App app, Parts parts) {
        parts.deployment().locks().forEach(lock -> new VaultStack(app, parts, lock));
        RecoveryStacks.add(app, parts);
    }

    static SortedMap<String, String> files(Path folder) {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + folder.toAbsolutePath(), unreadable);
        }
        return files;
    }
}
