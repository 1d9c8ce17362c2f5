package secondbackup.sweep;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.page.Papers;
import secondbackup.report.Report;

/// Keeps what sweeps write, and forgets nothing but what S3 forgets.
final class StoreInMemory implements SweepStore {
    private final SortedMap<String, Manifest> manifests = new TreeMap<>();
    private final SortedMap<String, SortedMap<AccountId, AccountView>> parts = new TreeMap<>();
    private final SortedMap<String, Report> reports = new TreeMap<>();
    private final SortedMap<String, Papers> papers = new TreeMap<>();
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<OrderPart> orders = Optional.empty();
    private Told told = Told.nothing();
    private SelfTests selfTests = SelfTests.none();
    private Optional<Report> latest = Optional.empty();

    @Override
    public void write(Manifest manifest) {
        manifests.put(manifest.sweep(), manifest);
    }

    @Override
    public void write(String sweep, AccountView part) {
        parts.computeIfAbsent(sweep, _ -> new TreeMap<>()).put(part.account().id(), part);
    }

    @Override
    public void write(OrderPart part) {
        orders = Optional.of(part);
    }

    @Override
    public String write(Report report) {
        reports.put(report.sweep(), report);
        latest = Optional.of(report);
        return reportKey(report.sweep());
    }

    @Override
    public void write(String sweep, Papers those) {
        papers.put(sweep, those);
    }

    Optional<Papers> papers(String sweep) {
        return Optional.ofNullable(papers.get(sweep));
    }

    @Override
    public Optional<Manifest> manifest(String sweep) {
        return Optional.ofNullable(manifests.get(sweep));
    }

    @Override
    public void write(Inventory whole) {
        inventory = Optional.of(whole);
    }

    @Override
    public Optional<Inventory> latestInventory() {
        return inventory;
    }

    @Override
    public List<AccountView> parts(String sweep) {
        return List.copyOf(parts.getOrDefault(sweep, new TreeMap<>()).values());
    }

    @Override
    public Optional<OrderPart> latestOrders() {
        return orders;
    }

    @Override
    public Optional<Report> report(String sweep) {
        return Optional.ofNullable(reports.get(sweep));
    }

    @Override
    public Optional<Report> latestReport() {
        return latest;
    }

    @Override
    public String reportKey(String sweep) {
        return "reports/" + sweep;
    }

    @Override
    public String pageKey(String sweep) {
        return "reports/" + sweep + ".html";
    }

    @Override
    public Told told() {
        return told;
    }

    @Override
    public void write(Told those) {
        told = those;
    }

    @Override
    public SelfTests selfTests() {
        return selfTests;
    }

    @Override
    public void write(SelfTests those) {
        selfTests = those;
    }
}
