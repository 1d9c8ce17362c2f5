package secondbackup.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.aws.AwsCaller;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.AwsSetup;
import secondbackup.aws.Calls;
import secondbackup.aws.Login;
import secondbackup.aws.RoleSessions;
import secondbackup.handler.PolicyFiles;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Look;
import secondbackup.inventory.MemberAccount;
import secondbackup.policy.PolicyReader;
import secondbackup.simulation.world.SimulatedOrganization;

/// What does not hang on the organization: bad input, help, and the guard around calls.
final class CommandLineTest {
    private static final SimulatedOrganization WORLD =
            SimulatedOrganization.of(BareWorld.world(), 1);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit --accounts 12 | --accounts '12': expected twelve digits",
                "audit --accounts 999999999999 | expected accounts of organization o-exampleorgid",
                "audit --role $(id) | --role '$(id)': expected the name of a role",
                "audit --policies /nowhere | --policies '/nowhere': expected a folder",
                "audit --out /nowhere/file | --out '/nowhere/file': expected a file in a folder",
                "audit --fast | Unknown option: '--fast'",
                "enrol --apply --dry-run | mutually exclusive",
                "delete | Unmatched argument",
                "'' | Which command?"
            })
    void badInputIsOneMessageAndNothingIsDone(String line, String message) {
        var before = WORLD.calls().snapshot();
        var arguments = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));
        var ran = Console.of(WORLD).run(arguments);

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains(message).doesNotContain("Exception", "\tat ");
        assertThat(ran.out()).isEmpty();
        assertThat(WORLD.calls().since(before).keySet())
                .noneMatch(kind -> kind.operation().equals("AssumeRole"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "doctor", "enrol"})
    void helpTellsTheExitCodes(String command) {
        var ran = Console.of(WORLD).run(command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Exit codes:", "  0 ", "  1 ", "  2 ", "  64 ");
    }

    @Test
    void policiesThatAreWrongAreNamedInWhole() throws IOException {
        Files.writeString(folder.resolve("estate.json"), "{\"organization\": 7}");
        var ran = Console.of(WORLD).run("audit", "--policies", folder.toString());

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains("/organization: '7'", "'controlAccount' not found");
    }

    @Test
    void policiesOfAnotherOrganizationAreRefused() throws IOException {
        for (var file : PolicyFiles.read(Optional.empty()).entrySet()) {
            var target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            var text = file.getValue().replace("\"o-exampleorgid\"", "\"o-anotherexample\"");
            Files.writeString(target, text, StandardCharsets.UTF_8);
        }
        var ran = Console.of(WORLD).run("audit", "--policies", folder.toString());

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err()).contains("'o-anotherexample'", "expected 'o-exampleorgid'");
    }

    @Test
    void callThatIsNotListedFailsBeforeItIsMade() {
        var before = WORLD.calls().snapshot();
        var guarded = connection().only(new Calls(new TreeSet<>()));

        assertThat(new AwsCaller(guarded).read())
                .isInstanceOfSatisfying(
                        AwsCaller.Caller.Unknown.class,
                        unknown ->
                                assertThat(unknown.cause())
                                        .contains("sts:GetCallerIdentity is not among the calls"));
        assertThat(WORLD.calls().since(before)).isEmpty();
    }

    /// The role may do everything; its session may not.
    @Test
    void sessionCanDoNoMoreThanItsPolicyWhateverTheRoleCan() {
        var nothing =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                        + "\"account:ListRegions\",\"Resource\":\"*\"}]}";
        var sessions = new RoleSessions(connection(), _ -> nothing, Optional.empty());
        var account = new MemberAccount(new AccountId("444444444402"), "shop", "ACTIVE", List.of());
        var estate = PolicyReader.read(PolicyFiles.read(Optional.empty())).estate();
        var seen =
                new AwsSetup(connection(), sessions, "OrganizationAccountAccessRole")
                        .settings(account, List.of("AWSServiceRoleForBackup"), estate);

        assertThat(seen.optIns()).isInstanceOf(Look.Seen.class);
        assertThat(seen.trusts().values())
                .allMatch(look -> look.toString().contains("no session policy allows"));
    }

    private static AwsConnection connection() {
        return Console.of(WORLD).connect(new Login("", "", ""));
    }

    @Test
    void regionAndEndpointOfTheCommandLineAreChecked() {
        assertThat(catchThrowable(() -> new Login("", "eu-central-1", "not a url").connect()))
                .hasMessageContaining("--endpoint-url 'not a url': expected a URL");
        assertThat(new Login("", "eu-central-1", "http://127.0.0.1:1").connect().region())
                .hasToString("eu-central-1");
    }
}
