package secondbackup.cdk;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.cdk.control.ControlStack;
import secondbackup.cdk.member.MemberBackupStack;
import secondbackup.cdk.member.MemberRolesStack;
import secondbackup.cdk.member.MemberTemplates;
import secondbackup.cdk.organization.OrganizationStack;
import secondbackup.cdk.parts.Parts;
import secondbackup.cdk.recovery.RecoveryStacks;
import secondbackup.cdk.vault.VaultStack;
import secondbackup.cdk.watch.DeadManStack;
import secondbackup.cdk.watch.Posts;
import secondbackup.cdk.watch.TripwireStack;
import secondbackup.policy.BadPolicies;
import secondbackup.policy.TripwireReader;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/// Entry of `cdk synth` and `cdk deploy`.
///
/// When the policies are wrong, every problem is said in plain lines, nothing is synthesized, and the exit code is the one
/// that the operator's commands have for it.
public final class SecondBackupApp {
    private static final String JAR = "../lambda/target/second-backup.jar";
    private static final int BAD_POLICIES = 64;

    private SecondBackupApp() {}

    /// @param arguments folder to write to, where the CDK command line names none
    public static void main(String[] arguments) {
        var properties = AppProps.builder().analyticsReporting(false);
        if (arguments.length == 1 && System.getenv("CDK_OUTDIR") == null) {
            properties.outdir(arguments[0]);
        }
        var code = run(properties.build(), files(Path.of("..", "policies")), System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /// @param files text of `policies/` by name
    /// @return the exit code
    static int run(AppProps properties, SortedMap<String, String> files, PrintStream err) {
        try {
            Parts.of(files);
        } catch (BadPolicies bad) {
            err.println(bad.getMessage());
            return BAD_POLICIES;
        }
        var app = new App(properties);
        add(app, files, JAR);
        app.synth();
        return 0;
    }

    /// Adds every stack of the estate.
    ///
    /// @param files text of `policies/` by name
    /// @param jar path of the Lambdas' merged jar
    public static void add(App app, SortedMap<String, String> files, String jar) {
        var parts = Parts.of(files);
        var members = MemberTemplates.of(parts);
        var posts =
                new Posts(TripwireReader.read(files, parts.estate()), parts.deployment().watch());
        parts.deployment().locks().forEach(lock -> new VaultStack(app, parts, lock));
        RecoveryStacks.add(app, parts);
        new ControlStack(app, "SecondBackupControl", parts, jar);
        new DeadManStack(app, "SecondBackupWatchDeadMan", parts);
        posts.all().forEach(post -> new TripwireStack(app, post, parts));
        new MemberRolesStack(app, parts);
        new MemberBackupStack(app, parts);
        new OrganizationStack(app, parts, members.roles(), members.backup());
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
