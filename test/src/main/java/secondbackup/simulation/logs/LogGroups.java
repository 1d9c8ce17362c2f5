package secondbackup.simulation.logs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.targets.Outcome;
import secondbackup.simulation.targets.Parcel;

/// The log groups of all accounts, and the resource policies of each account's Region.
///
/// A service that writes needs `logs:CreateLogStream` and `logs:PutLogEvents` by a resource policy.
///
/// Source: Amazon EventBridge User Guide, "Using resource-based policies for Amazon EventBridge" (CloudWatch Logs
/// permissions), and Amazon CloudWatch Logs API Reference, "PutResourcePolicy", read 2026-11-27.
public final class LogGroups {
    private static final String KIND = "log-group:";
    private static final List<String> RIGHTS = List.of("logs:CreateLogStream", "logs:PutLogEvents");

    /// One line.
    public record Line(Instant at, String text) {}

    private final SortedMap<String, List<Line>> byArn = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> policies = new TreeMap<>();
    private final ServiceCalls calls;
    private final InstantSource time;

    public LogGroups(ServiceCalls calls, InstantSource time) {
        this.calls = calls;
        this.time = time;
    }

    /// @param arn without `:*`
    public void put(String arn) {
        byArn.putIfAbsent(arn, new ArrayList<>());
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    /// What was written to a group, oldest first; empty where there is no such group.
    public Optional<List<Line>> find(String arn) {
        return Optional.ofNullable(byArn.get(arn)).map(List::copyOf);
    }

    /// JSON of the resource policies of an account's Region, by name; they may be changed.
    public SortedMap<String, String> policies(String account, String region) {
        return policies.computeIfAbsent(account + "/" + region, _ -> new TreeMap<>());
    }

    /// Takes what another service writes.
    public Outcome take(Parcel parcel) {
        var arn = Arn.of(parcel.targetArn().replaceFirst(":\\*$", ""));
        for (var right : RIGHTS) {
            if (!admitted(parcel, right, arn)) {
                return new Outcome.Refused(
                        "AccessDeniedException",
                        "no resource policy of the account lets "
                                + parcel.caller().service()
                                + " do "
                                + right);
            }
        }
        var group = byArn.get(arn.toString());
        if (group == null || !arn.resource().startsWith(KIND)) {
            return new Outcome.Refused(
                    "ResourceNotFoundException", "The specified log group does not exist.");
        }
        group.add(new Line(time.instant(), parcel.content()));
        return new Outcome.Taken(arn + "/" + group.size());
    }

    private boolean admitted(Parcel parcel, String right, Arn arn) {
        var stream = arn + ":log-stream:" + parcel.caller().service();
        return policies(arn.account(), arn.region()).values().stream()
                .map(policy -> AccessRequest.of(right, stream).guardedBy(policy, arn.account()))
                .anyMatch(request ->
                        calls.decide(parcel.caller(), arn.region(), request)
                                instanceof Decision.Allowed);
    }
}
