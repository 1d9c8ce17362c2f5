package secondbackup.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.cdk.control.ControlStack;
import secondbackup.cdk.parts.Parts;
import secondbackup.cdk.vault.VaultStack;
import secondbackup.cdk.watch.DeadManStack;
import secondbackup.cdk.watch.Posts;
import secondbackup.cdk.watch.TripwireStack;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.TripwireReader;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.StackProps;

/// Entry of `cdk synth` and `cdk deploy`.
public final class SecondBackupApp {
    private SecondBackupApp() {}

    private static final String JAR = "../lambda/target/second-backup.jar";

    /// @param arguments folder to write to, where the CDK command line names none
    public static void main(String[] arguments) {
        var properties = AppProps.builder().analyticsReporting(false);
        if (arguments.length == 1 && System.getenv("CDK_OUTDIR") == null) {
            properties.outdir(arguments[0]);
        }
        var app = new App(properties.build());
        add(app, files(Path.of("..", "policies")), JAR);
        app.synth();
    }

    /// Adds every stack of the estate.
    ///
    /// @param files text of `policies/` by name
    /// @param jar path of the Lambdas' merged jar
    public static void add(App app, SortedMap<String, String> files, String jar) {
        var parts = Parts.of(files);
        var estate = parts.estate();
        for (var vault : estate.vaults()) {
            var name = "SecondBackupVault-" + vault.arn().name();
            new VaultStack(app, name, place(vault.account(), vault.region()), vault);
        }
        new ControlStack(app, "SecondBackupControl", parts, jar);
        new DeadManStack(app, "SecondBackupWatchDeadMan", parts);
        new Posts(TripwireReader.read(files, estate))
                .all()
                .forEach(post -> new TripwireStack(app, post, parts));
    }

    private static StackProps place(AccountId account, Region region) {
        return StackProps.builder().env(Parts.place(account, region)).build();
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
