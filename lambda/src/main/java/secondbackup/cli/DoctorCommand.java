package secondbackup.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import secondbackup.doctor.CheckupText;
import secondbackup.doctor.Finding;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.Rights;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks what copies hang on, before there is one: settings, roles, keys, vault, lock, quotas.",
            "It changes nothing. Each finding has one fix."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   every check is fine",
            "  1   there are findings, and everything was looked at",
            "  2   something could not be looked at; what was found is printed all the same",
            "  64  the command line or the policies are wrong"
        })
final class DoctorCommand implements Callable<Integer> {
    @Mixin private final Access access = new Access();
    @Mixin private final Output output = new Output();
    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// What is written as JSON.
    record Result(List<Finding> findings) {}

    @Override
    public Integer call() {
        var files = access.files();
        var calls = Doctor.calls(new Rights(files, PolicyReader.read(files).estate()));
        if (access.callsOnly()) {
            calls.actions().forEach(terminal.out()::println);
            return ExitCode.HELD;
        }
        output.check();
        var ground = access.open(terminal, files, calls).laidOut();
        var now = terminal.time().instant().truncatedTo(ChronoUnit.MILLIS);
        var findings = new Doctor(ground, terminal).run(now);
        output.write(
                new Result(findings),
                Result.class,
                () -> CheckupText.of(findings, terminal.width()),
                terminal);
        return code(findings);
    }

    private static int code(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding.CouldNotLook.class::isInstance)) {
            return ExitCode.NOT_SEEN;
        }
        return findings.stream().allMatch(Finding.Fine.class::isInstance)
                ? ExitCode.HELD
                : ExitCode.GAPS;
    }
}
