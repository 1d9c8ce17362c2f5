package secondbackup.cdk.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.StackProps;

/// The bodies of the two member StackSets, as a StackSet takes them: JSON without white space.
///
/// @param roles once per account, in the home Region
/// @param backup in every source Region, after the roles
public record MemberTemplates(String roles, String backup) {
    /// Most bytes of a body that a StackSet takes inline.
    ///
    /// Source: AWS CloudFormation Template Reference, `AWS::CloudFormation::StackSet`, `TemplateBody`, read 2026-11-27.
    public static final int BODY_MAX = 51_200;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /// Fails: IllegalStateException when a body is too long for a StackSet.
    public static MemberTemplates of(Parts parts) {
        var folder = folder();
        try {
            var app = new App(AppProps.builder().outdir(folder.toString()).build());
            new MemberRolesStack(app, parts);
            new MemberBackupStack(app, parts);
            var assembly = app.synth();
            return new MemberTemplates(
                    body(assembly.getStackByName(MemberRolesStack.NAME).getTemplate()),
                    body(assembly.getStackByName(MemberBackupStack.NAME).getTemplate()));
        } finally {
            remove(folder);
        }
    }

    /// What both stacks are: bound to no account and Region, and without anything that CDK's bootstrap would have to
    /// make there first.
    static StackProps anywhere(Parts parts, String description) {
        return StackProps.builder()
                .description(description)
                .tags(parts.deployment().tags())
                .analyticsReporting(false)
                .synthesizer(new BootstraplessSynthesizer())
                .build();
    }

    /// `every-cluster` becomes `EveryCluster`.
    static String logicalId(String name) {
        var words = name.split("[^A-Za-z0-9]+", -1);
        return Stream.of(words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("second-backup-member");
        } catch (IOException failed) {
            throw new UncheckedIOException("making a folder for the member templates", failed);
        }
    }

    private static void remove(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("removing " + folder, failed);
        }
    }

    private static String body(Object template) {
        try {
            var text = JSON.writeValueAsString(template);
            var bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BODY_MAX) {
                throw new IllegalStateException(
                        "a member template has "
                                + bytes
                                + " bytes, and a StackSet takes "
                                + BODY_MAX
                                + ": fewer promises in policies/backup make it shorter");
            }
            return text;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a template is plain maps and lists", impossible);
        }
    }
}
