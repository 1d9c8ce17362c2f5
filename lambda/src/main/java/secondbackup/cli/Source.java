package secondbackup.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import secondbackup.aws.AwsConnection;
import secondbackup.aws.Calls;
import secondbackup.aws.Parallel;
import secondbackup.aws.ReportForms;
import secondbackup.aws.S3Ledger;
import secondbackup.aws.S3SweepStore;
import secondbackup.aws.StoreFailed;
import secondbackup.policy.Estate;
import secondbackup.policy.PolicyReader;
import secondbackup.report.Report;

/// Where a report or the ledger is read: the buckets of the control account, with credentials that may read them.
final class Source {
    private static final Calls READING = new Calls(reading());

    @Mixin private final Way way = new Way();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A report as JSON, instead of the latest in the report bucket.")
    private String file = "";

    private static SortedSet<String> reading() {
        var actions = new TreeSet<String>();
        actions.add("s3:GetObject");
        actions.add("s3:ListObjectsV2");
        return actions;
    }

    /// Fails: [Usage] where the file is no report, [NotSeen] where the bucket has none that can be read.
    Report report(Terminal terminal) {
        return file.isEmpty() ? latest(terminal) : ofFile();
    }

    private Report ofFile() {
        try {
            return ReportForms.read(Files.readAllBytes(Path.of(file)));
        } catch (IOException failed) {
            throw new Usage("--file '" + file + "': expected a file that can be read: " + failed);
        } catch (IllegalArgumentException other) {
            throw new Usage(
                    "--file '" + file + "': expected a report as JSON: " + other.getMessage());
        }
    }

    private Report latest(Terminal terminal) {
        var estate = estate();
        terminal.progress("Reading the latest report in " + estate.reportBucket());
        var parallel = new Parallel(1, () -> Duration.ofDays(1));
        try {
            return new S3SweepStore(connection(terminal, estate), estate.reportBucket(), parallel)
                    .latestReport()
                    .orElseThrow(() ->
                            new NotSeen(
                                    "bucket "
                                            + estate.reportBucket()
                                            + " has no reports/latest.json that this version can read"));
        } catch (StoreFailed failed) {
            throw new NotSeen(String.valueOf(failed.getMessage()));
        }
    }

    S3Ledger ledger(Terminal terminal) {
        var estate = estate();
        terminal.progress("Reading the ledger in " + estate.ledgerBucket());
        return new S3Ledger(connection(terminal, estate), estate.ledgerBucket());
    }

    private Estate estate() {
        return PolicyReader.read(way.files()).estate();
    }

    private AwsConnection connection(Terminal terminal, Estate estate) {
        return way.connectTo(terminal, estate.homeRegion().value()).only(READING);
    }
}
