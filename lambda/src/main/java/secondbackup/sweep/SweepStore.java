package secondbackup.sweep;

import java.util.List;
import java.util.Optional;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.page.Papers;
import secondbackup.report.Report;

/// Port. Keeps what the Lambdas write for each other and for people. Its edge is `aws.S3SweepStore`.
public interface SweepStore {
    void write(Manifest manifest);

    /// One account's part of a sweep's inventory.
    void write(String sweep, AccountView part);

    /// Parts in which orders were given are kept for good, of the others the newest.
    void write(OrderPart orders);

    /// @return the key under which the report lies
    String write(Report report);

    /// The report of a sweep as people open it, which is also the latest.
    void write(String sweep, Papers papers);

    Optional<Manifest> manifest(String sweep);

    /// Keeps, in one piece, what the next orders hang on.
    void write(Inventory inventory);

    /// The newest of these.
    Optional<Inventory> latestInventory();

    /// The parts of a sweep that were written and can be read, in no promised order.
    List<AccountView> parts(String sweep);

    /// Empty, too, where another version wrote it in another form: all that it says is seen again by looking.
    Optional<OrderPart> latestOrders();

    Optional<Report> report(String sweep);

    /// Empty, too, where another version wrote it in another form: the next report cannot wait for people to put
    /// it away.
    Optional<Report> latestReport();

    /// Where the report of a sweep lies, for people who look for it.
    String reportKey(String sweep);

    /// Where its page lies.
    String pageKey(String sweep);

    /// Of what each channel has heard; nothing where that was never written, or in another form.
    Told told();

    void write(Told told);

    /// When self-tests were last heard; nothing where that was never written, or in another form.
    SelfTests selfTests();

    void write(SelfTests selfTests);
}
