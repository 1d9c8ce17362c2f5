package secondbackup.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.cdk.vault.VaultStack;
import secondbackup.policy.Policies;
import secondbackup.policy.PolicyReader;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/// Entry of `cdk synth` and `cdk deploy`.
public final class SecondBackupApp {
    private SecondBackupApp() {}

    public static void main(String[] arguments) {
        var app = new App();
        add(app, PolicyReader.read(files(Path.of("..", "policies"))));
        app.synth();
    }

    /// Adds every stack of the estate.
    public static void add(App app, Policies policies) {
        var estate = policies.estate();
        for (var vault : estate.vaults()) {
            var place =
                    Environment.builder()
                            .account(vault.account().value())
                            .region(vault.region().value())
                            .build();
            var name = "SecondBackupVault-" + vault.arn().name();
            new VaultStack(app, name, StackProps.builder().env(place).build(), vault);
        }
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
