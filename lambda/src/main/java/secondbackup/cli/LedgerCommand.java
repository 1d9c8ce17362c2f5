package secondbackup.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import secondbackup.aws.StoreFailed;
import secondbackup.ledger.LedgerChain;
import secondbackup.ledger.LedgerChain.Checked;
import secondbackup.report.Paragraph;

@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "The ledger: each day's verdicts, chained, under Object Lock.",
        subcommands = LedgerCommand.Verify.class)
final class LedgerCommand implements Runnable {
    @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "Which command? Expected ledger verify.");
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Computes the ledger's chain anew and says where it breaks.",
                "The hash of the last file is printed, to be compared with one noted earlier."
            },
            footerHeading = "%nExit codes:%n",
            footer = {
                "  0   the chain holds",
                "  1   it breaks",
                "  2   the ledger could not be read, or is empty",
                "  64  the command line or the policies are wrong"
            })
    static final class Verify implements Callable<Integer> {
        private static final String FILE = "\\d{4}-\\d{2}-\\d{2}\\.json";

        @Mixin private final Source source = new Source();
        @Mixin private final Output output = new Output();

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = "A folder with copies of the ledger's files, instead of the bucket.")
        private String folder = "";

        private final Terminal terminal;

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            output.check();
            var checked = LedgerChain.check(files());
            output.write(checked, Checked.class, () -> text(checked), terminal);
            if (checked.files() == 0) {
                return ExitCode.NOT_SEEN;
            }
            return checked.holds() ? ExitCode.HELD : ExitCode.GAPS;
        }

        private SortedMap<LocalDate, String> files() {
            try {
                return folder.isEmpty() ? source.ledger(terminal).all() : inFolder();
            } catch (StoreFailed failed) {
                throw new NotSeen(String.valueOf(failed.getMessage()));
            } catch (IOException failed) {
                throw new Usage("--dir '" + folder + "': expected a folder to read: " + failed);
            }
        }

        private SortedMap<LocalDate, String> inFolder() throws IOException {
            var files = new TreeMap<LocalDate, String>();
            try (var paths = Files.list(Path.of(folder))) {
                for (var path : paths.filter(Verify::ofADay).toList()) {
                    var name = String.valueOf(path.getFileName());
                    files.put(
                            LocalDate.parse(name.substring(0, name.length() - ".json".length())),
                            Files.readString(path));
                }
            }
            return files;
        }

        private static boolean ofADay(Path path) {
            return String.valueOf(path.getFileName()).matches(FILE);
        }

        private List<String> text(Checked checked) {
            var lines = new ArrayList<String>();
            lines.add(
                    checked.files() == 0
                            ? "The ledger has no file."
                            : (checked.holds() ? "The chain holds: " : "THE CHAIN BREAKS: ")
                                    + checked.files()
                                    + " files, "
                                    + checked.from().orElseThrow()
                                    + " to "
                                    + checked.to().orElseThrow());
            checked.problems()
                    .forEach(one -> lines.addAll(Paragraph.of("  - ", one, terminal.width())));
            checked.notes().forEach(one -> lines.addAll(Paragraph.of("  ", one, terminal.width())));
            checked.last().ifPresent(hash -> lines.add("SHA-256 of the last file: " + hash));
            return lines;
        }
    }
}
