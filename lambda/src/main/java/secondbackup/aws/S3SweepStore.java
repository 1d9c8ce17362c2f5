package secondbackup.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.page.Papers;
import secondbackup.report.Report;
import secondbackup.sweep.OrderPart;
import secondbackup.sweep.SelfTests;
import secondbackup.sweep.SweepStore;
import secondbackup.sweep.Told;

/// Keeps what the Lambdas write in one S3 bucket, as JSON:
///
/// - `sweeps/<sweep>/manifest.json`, `sweeps/<sweep>/inventory/<account>.json`
/// - `inventory/latest.json`, what the newest whole sweep saw and the next orders hang on
/// - `orders/<instant>.json` where orders were given, `orders/latest.json`
/// - `reports/<sweep>.json`, `reports/latest.json`, and beside them `.html`, `.clusters.csv` and `.gaps.csv`
/// - `notices/told.json`, of which sweep each channel last heard
/// - `notices/self-tests.json`, when the tripwires' self-test last reached every channel
///
/// Fails: [StoreFailed] with the key and the cause.
public final class S3SweepStore implements SweepStore {
    private static final String LATEST_INVENTORY = "inventory/latest.json";
    private static final String LATEST_ORDERS = "orders/latest.json";
    private static final String LATEST_REPORT = "reports/latest.json";

    private static final String TOLD = "notices/told.json";
    private static final String SELF_TESTS = "notices/self-tests.json";

    private final Bucket bucket;
    private final Parallel parallel;
    private final KeptFile<Inventory> inventory;

    /// For one invocation.
    ///
    /// @param name name of the bucket
    /// @param parallel how the parts of a sweep are read
    public S3SweepStore(AwsConnection connection, String name, Parallel parallel) {
        this(connection, name, parallel, new KeptFile<>());
    }

    /// @param name name of the bucket
    /// @param parallel how the parts of a sweep are read
    /// @param inventory as the same Lambda last read it
    public S3SweepStore(
            AwsConnection connection,
            String name,
            Parallel parallel,
            KeptFile<Inventory> inventory) {
        this.bucket = new Bucket(connection.s3(), name);
        this.parallel = parallel;
        this.inventory = inventory;
    }

    @Override
    public void write(Manifest manifest) {
        bucket.write(manifestKey(manifest.sweep()), manifest, Manifest.class);
    }

    @Override
    public void write(Inventory inventory) {
        bucket.write(LATEST_INVENTORY, inventory, Inventory.class);
    }

    @Override
    public void write(String sweep, AccountView part) {
        bucket.write(inventory(sweep) + part.account().id() + ".json", part, AccountView.class);
    }

    @Override
    public void write(OrderPart orders) {
        if (!orders.outcomes().isEmpty()) {
            bucket.write("orders/" + orders.at() + ".json", orders, OrderPart.class);
        }
        bucket.write(LATEST_ORDERS, orders, OrderPart.class);
    }

    @Override
    public String write(Report report) {
        var key = reportKey(report.sweep());
        bucket.write(key, report, Report.class);
        bucket.write(LATEST_REPORT, report, Report.class);
        return key;
    }

    @Override
    public void write(String sweep, Papers papers) {
        for (var name : List.of(sweep, "latest")) {
            text("reports/" + name + ".html", papers.page(), "text/html");
            text("reports/" + name + ".clusters.csv", papers.clusters(), "text/csv");
            text("reports/" + name + ".gaps.csv", papers.gaps(), "text/csv");
        }
    }

    private void text(String key, String text, String type) {
        bucket.write(key, text.getBytes(StandardCharsets.UTF_8), type + "; charset=utf-8");
    }

    @Override
    public Optional<Manifest> manifest(String sweep) {
        return bucket.read(manifestKey(sweep), Manifest.class);
    }

    @Override
    public Optional<Inventory> latestInventory() {
        return bucket.read(LATEST_INVENTORY, Inventory.class, inventory);
    }

    @Override
    public List<AccountView> parts(String sweep) {
        return parallel.map(bucket.keys(inventory(sweep)), this::part, this::tooLate).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AccountView> part(String key) {
        return bucket.readIfKnown(key, AccountView.class);
    }

    private Optional<AccountView> tooLate(String key) {
        throw bucket.failed("reading", key, "no time was left");
    }

    @Override
    public Optional<OrderPart> latestOrders() {
        return bucket.readIfKnown(LATEST_ORDERS, OrderPart.class);
    }

    @Override
    public Optional<Report> report(String sweep) {
        return bucket.read(reportKey(sweep), ReportForms::read);
    }

    @Override
    public Optional<Report> latestReport() {
        return bucket.readIfKnown(LATEST_REPORT, ReportForms::read);
    }

    private static String manifestKey(String sweep) {
        return "sweeps/" + sweep + "/manifest.json";
    }

    private static String inventory(String sweep) {
        return "sweeps/" + sweep + "/inventory/";
    }

    @Override
    public String reportKey(String sweep) {
        return "reports/" + sweep + ".json";
    }

    @Override
    public String pageKey(String sweep) {
        return "reports/" + sweep + ".html";
    }

    @Override
    public Told told() {
        return bucket.readIfKnown(TOLD, Told.class).orElseGet(() -> new Told(new TreeMap<>()));
    }

    @Override
    public void write(Told told) {
        bucket.write(TOLD, told, Told.class);
    }

    @Override
    public SelfTests selfTests() {
        return bucket.readIfKnown(SELF_TESTS, SelfTests.class)
                .orElseGet(() -> new SelfTests(new TreeMap<>()));
    }

    @Override
    public void write(SelfTests selfTests) {
        bucket.write(SELF_TESTS, selfTests, SelfTests.class);
    }
}
