package secondbackup.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Estate;
import secondbackup.policy.Prices;
import secondbackup.report.Report.ClusterLine;

/// Estimates what the copies cost.
final class CostEstimate {
    private static final BigDecimal GB = BigDecimal.valueOf(1L << 30);
    private static final int DIGITS = 6;

    private CostEstimate() {}

    static Costs of(List<ClusterLine> lines, Estate estate, Prices prices) {
        var accounts = new TreeMap<AccountId, List<ClusterLine>>();
        lines.stream()
                .filter(line -> line.holding().copies() > 0)
                .forEach(line ->
                        accounts.computeIfAbsent(line.id().account(), _ -> new ArrayList<>())
                                .add(line));
        var priced =
                accounts.entrySet().stream()
                        .flatMap(account ->
                                ofAccount(account.getKey(), account.getValue(), estate, prices));
        return new Costs(basis(estate, prices), priced.toList());
    }

    private static List<String> basis(Estate estate, Prices prices) {
        return estate.vaults().stream()
                .map(Estate.Vault::region)
                .distinct()
                .flatMap(region ->
                        prices.of(region).stream()
                                .map(price ->
                                        "Snapshot storage in "
                                                + region
                                                + ": "
                                                + price.usdPerGbMonth().toPlainString()
                                                + " US dollars for a GB and month. "
                                                + PlainText.line(price.source())
                                                + "; read on "
                                                + price.readOn()
                                                + "."))
                .toList();
    }

    private static Stream<Costs.OfAccount> ofAccount(
            AccountId account, List<ClusterLine> lines, Estate estate, Prices prices) {
        var price = prices.of(estate.vaultOf(account).region());
        if (price.isEmpty()) {
            return Stream.of();
        }
        var stored =
                lines.stream().map(CostEstimate::storedGb).reduce(BigDecimal.ZERO, BigDecimal::add);
        var dollars = stored.multiply(price.get().usdPerGbMonth());
        return Stream.of(
                new Costs.OfAccount(
                        account,
                        lines.getFirst().accountName(),
                        lines.stream().mapToInt(line -> line.holding().copies()).sum(),
                        (int)
                                lines.stream()
                                        .filter(line -> line.holding().sizeBytes().isEmpty())
                                        .count(),
                        stored.setScale(0, RoundingMode.CEILING).longValueExact(),
                        dollars.movePointRight(2)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact()));
    }

    private static BigDecimal storedGb(ClusterLine line) {
        var size = BigDecimal.valueOf(line.holding().sizeBytes().orElse(0));
        return size.multiply(BigDecimal.valueOf(line.holding().copies()))
                .divide(GB, DIGITS, RoundingMode.HALF_UP);
    }
}
