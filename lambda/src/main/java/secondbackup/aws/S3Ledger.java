package secondbackup.aws;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.ledger.LedgerDay;
import secondbackup.sweep.Ledger;

/// Keeps the ledger in a bucket of its own, whose Object Lock nobody can lift: `days/<day>.json`.
public final class S3Ledger implements Ledger {
    private static final String FOLDER = "days/";
    private static final String END = ".json";

    private final Bucket bucket;

    /// @param name name of the bucket
    public S3Ledger(AwsConnection connection, String name) {
        this.bucket = new Bucket(connection.s3(), name);
    }

    @Override
    public Newest newest() {
        try {
            var day = days().reversed().stream().findFirst();
            return new Newest.Read(day, day.map(this::text).orElse(""));
        } catch (StoreFailed failed) {
            return new Newest.Failed(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public Kept write(LedgerDay day) {
        var json = Json.write(day, LedgerDay.class);
        try {
            bucket.write(key(day.day()), json, "application/json");
            return new Kept.Written(new String(json, StandardCharsets.UTF_8));
        } catch (StoreFailed failed) {
            return new Kept.Failed(String.valueOf(failed.getMessage()));
        }
    }

    /// Fails: [StoreFailed] with the key and the cause.
    @Override
    public SortedMap<LocalDate, String> all() {
        var files = new TreeMap<LocalDate, String>();
        days().forEach(day -> files.put(day, text(day)));
        return files;
    }

    private List<LocalDate> days() {
        return bucket.keys(FOLDER).stream()
                .filter(key -> key.matches(FOLDER + "\\d{4}-\\d{2}-\\d{2}" + END))
                .map(key ->
                        LocalDate.parse(
                                key.substring(FOLDER.length(), key.length() - END.length())))
                .sorted()
                .toList();
    }

    private String text(LocalDate day) {
        Optional<String> text =
                bucket.read(key(day), bytes -> new String(bytes, StandardCharsets.UTF_8));
        return text.orElseThrow(
                () -> bucket.failed("reading", key(day), "it was listed and is not there"));
    }

    private static String key(LocalDate day) {
        return FOLDER + day + END;
    }
}
