package secondbackup.simulation.iam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// One request as policies see it: who, what, on what, and every condition key.
///
/// Source: IAM User Guide, "AWS global condition context keys", read 2026-11-22.
final class Question implements Keys {
    private final Caller caller;
    private final String region;
    private final AccessRequest request;
    private final String actionInLowerCase;
    private final Guardrails guardrails;
    private final Instant now;
    private final TreeMap<String, List<String>> context = new TreeMap<>();

    Question(
            Caller caller,
            String region,
            AccessRequest request,
            Guardrails guardrails,
            Instant now) {
        this.caller = caller;
        this.region = region;
        this.request = request;
        this.actionInLowerCase = request.action().toLowerCase(Locale.ROOT);
        this.guardrails = guardrails;
        this.now = now;
        request.context()
                .forEach((key, values) -> context.put(key.toLowerCase(Locale.ROOT), values));
    }

    Caller caller() {
        return caller;
    }

    AccessRequest request() {
        return request;
    }

    /// The action in lower case: IAM compares actions without case.
    String action() {
        return actionInLowerCase;
    }

    boolean crossesAccounts() {
        return !resourceAccount().equals(caller.account());
    }

    /// Whether the request names the key, which makes it known.
    boolean carries(String key) {
        return context.containsKey(key);
    }

    @Override
    public List<String> values(String key) {
        var given = context.get(key);
        return given == null ? ofPrincipal(key) : given;
    }

    private List<String> ofPrincipal(String key) {
        return switch (key) {
            case "aws:principalarn" -> service() ? List.of() : one(caller.principalArn());
            case "aws:principalaccount" -> one(caller.account());
            case "aws:principalorgid" -> one(organization(caller.account()));
            case "aws:principalorgpaths" -> one(path(caller.account()));
            case "aws:principaltype" -> one(caller.type());
            case "aws:principalisawsservice" -> one(String.valueOf(service()));
            case "aws:principalservicename", "aws:principalservicenameslist" ->
                    one(caller.service());
            case "aws:userid" -> one(caller.userId());
            case "aws:username" ->
                    caller.type().equals("User") ? one(userName()) : List.<String>of();
            default -> ofRequest(key);
        };
    }

    private List<String> ofRequest(String key) {
        return switch (key) {
            case "aws:requestedregion" -> one(requestedRegion());
            case "aws:currenttime" -> one(now.toString());
            case "aws:epochtime" -> one(String.valueOf(now.getEpochSecond()));
            case "aws:securetransport" -> one("true");
            case "aws:viaawsservice" -> one("false");
            case "aws:resourceaccount" -> one(resourceAccount());
            case "aws:resourceorgid" -> one(organization(resourceAccount()));
            case "aws:resourceorgpaths" -> one(path(resourceAccount()));
            case "aws:tagkeys" -> tagKeys();
            default -> List.of();
        };
    }

    private boolean service() {
        return !caller.service().isEmpty();
    }

    private String resourceAccount() {
        return request.resourceAccount().isEmpty() ? caller.account() : request.resourceAccount();
    }

    private String organization(String account) {
        return account.isEmpty() ? "" : guardrails.organization(account);
    }

    private String path(String account) {
        return account.isEmpty() ? "" : guardrails.organizationPath(account);
    }

    private String userName() {
        return caller.arn().substring(caller.arn().indexOf('/') + 1);
    }

    // Services with one endpoint in us-east-1. Source: IAM User Guide, "aws:RequestedRegion", read
    // 2026-11-22.
    private String requestedRegion() {
        var global =
                actionInLowerCase.startsWith("iam:")
                        || actionInLowerCase.startsWith("organizations:")
                        || actionInLowerCase.startsWith("account:");
        return global ? "us-east-1" : region;
    }

    private List<String> tagKeys() {
        var found = new ArrayList<String>();
        for (var key : request.context().keySet()) {
            if (key.startsWith("aws:RequestTag/")) {
                found.add(key.substring("aws:RequestTag/".length()));
            }
        }
        return List.copyOf(found);
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }
}
