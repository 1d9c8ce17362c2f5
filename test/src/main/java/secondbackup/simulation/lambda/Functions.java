package secondbackup.simulation.lambda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCaller;
import secondbackup.simulation.iam.ServiceCalls;

/// The functions of all accounts.
public final class Functions {
    private static final int CONCURRENCY = 1_000;
    private static final String KIND = "function:";

    /// A function as an ARN names it.
    ///
    /// @param qualifier version or alias, or empty
    public record Named(Function function, String qualifier) {}

    private final TreeMap<String, Function> byArn = new TreeMap<>();
    private final Map<String, Integer> concurrency = new HashMap<>();
    private final ServiceCalls calls;

    public Functions(ServiceCalls calls) {
        this.calls = calls;
    }

    public void put(Function function) {
        byArn.put(function.arn(), function);
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    /// @param arn without qualifier
    public Optional<Function> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    public List<Function> all() {
        return List.copyOf(byArn.values());
    }

    /// How many runs an account may have at a time in a Region.
    ///
    /// Source: AWS Lambda Developer Guide, "Lambda quotas" (1,000; new accounts have less), read 2026-11-27.
    public int concurrency(String account, String region) {
        return concurrency.getOrDefault(account + "/" + region, CONCURRENCY);
    }

    public void setConcurrency(String account, String region, int runs) {
        concurrency.put(account + "/" + region, runs);
    }

    /// @param arn with or without a version or an alias
    public Optional<Named> named(String arn) {
        var parts = Arn.of(arn);
        if (!parts.resource().startsWith(KIND)) {
            return Optional.empty();
        }
        var name = parts.resource().substring(KIND.length());
        var colon = name.indexOf(':');
        var qualifier = colon < 0 ? "" : name.substring(colon + 1);
        var plain = colon < 0 ? arn : arn.substring(0, arn.length() - qualifier.length() - 1);
        return find(plain)
                .filter(function -> function.knows(qualifier))
                .map(function -> new Named(function, qualifier));
    }

    /// Whether a service may invoke what an ARN names. Whether it is there is not asked.
    public Decision mayInvoke(ServiceCaller caller, String arn) {
        var policy = named(arn).map(named -> named.function().policy(named.qualifier())).orElse("");
        var parts = Arn.of(arn);
        return calls.decide(
                caller,
                parts.region(),
                AccessRequest.of("lambda:InvokeFunction", arn).guardedBy(policy, parts.account()));
    }

    /// How many runs of functions without reserved concurrency an account has room for.
    long unreserved(Function like) {
        var reserved =
                neighbours(like).stream()
                        .mapToLong(each -> each.reservedConcurrency.orElse(0))
                        .sum();
        return concurrency(like.account, like.region) - reserved;
    }

    /// How many runs of such functions there are.
    long unreservedRunning(Function like) {
        return neighbours(like).stream()
                .filter(each -> each.reservedConcurrency.isEmpty())
                .mapToLong(each -> each.running)
                .sum();
    }

    private List<Function> neighbours(Function like) {
        return byArn.values().stream()
                .filter(each ->
                        each.account.equals(like.account) && each.region.equals(like.region))
                .toList();
    }
}
