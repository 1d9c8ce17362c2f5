package secondbackup.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.s3.CfnBucket;

/// Every stack, as cdk-nag's AwsSolutions rules judge it. What it finds all the same is listed here, each with the reason
/// for which it stays.
final class NagTest {
    /// One finding.
    ///
    /// @param resource path of the construct, such as `/SecondBackupControl/ReportBucket`
    /// @param rule such as `AwsSolutions-S1`, with what it is about where it says so
    private record Finding(String resource, String rule) {}

    private static boolean covers(AcceptedFindings.Accepted accepted, Finding finding) {
        return finding.resource().matches(accepted.resources())
                && finding.rule().matches(accepted.rule());
    }

    /// The assertions that are not deprecated return this type, too.
    @SuppressWarnings("deprecation")
    private static List<Finding> findings(Stack stack) {
        var annotations = Annotations.fromStack(stack);
        var any = Match.stringLikeRegexp("AwsSolutions-.*");
        var found = new ArrayList<Finding>();
        Stream.concat(
                        annotations.findError("*", any).stream(),
                        annotations.findWarning("*", any).stream())
                .forEach(message ->
                        found.add(
                                new Finding(
                                        String.valueOf(message.getId()),
                                        rule(String.valueOf(message.getEntry().getData())))));
        return found;
    }

    /// `AwsSolutions-IAM5[Resource::*]: The IAM entity ...` without its words.
    private static String rule(String text) {
        var matcher = Pattern.compile("(AwsSolutions-\\w+(\\[.*\\])?): ").matcher(text);
        return matcher.find() ? matcher.group(1) : text;
    }

    private static List<Finding> all() {
        return Synthesis.stacks().stream().flatMap(stack -> findings(stack).stream()).toList();
    }

    @Test
    void findsNothingButWhatStaysForAReason() {
        assertThat(all())
                .filteredOn(finding ->
                        AcceptedFindings.all().stream().noneMatch(each -> covers(each, finding)))
                .isEmpty();
    }

    @Test
    void everyReasonIsStillNeeded() {
        var found = all();

        assertThat(AcceptedFindings.all())
                .allSatisfy(accepted -> assertThat(accepted.why()).hasSizeGreaterThan(30))
                .allMatch(
                        accepted -> found.stream().anyMatch(finding -> covers(accepted, finding)));
    }

    @Test
    void findsABucketThatAnybodyMayReadWithoutEncryption() {
        var app = new App();
        var stack = new Stack(app, "Careless");
        CfnBucket.Builder.create(stack, "Bucket").build();
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());

        assertThat(findings(stack))
                .extracting(Finding::rule)
                .contains("AwsSolutions-S1", "AwsSolutions-S10");
    }
}
