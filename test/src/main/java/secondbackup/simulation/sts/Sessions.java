package secondbackup.simulation.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.Credentials;

/// Who holds which access key. An account's number is the access key of its administrator, and with `ROOT` before it
/// that of its root user; every other key belongs to a session of a role, until it expires.
public final class Sessions implements Credentials {
    /// One session as its holder gets it.
    public record Session(
            Principal.RoleSession principal,
            String accessKeyId,
            String secretAccessKey,
            String sessionToken,
            Instant expiresAt) {}

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ROOT = Pattern.compile("ROOT(\\d{12})");
    private static final String LAMBDA = "lambda.amazonaws.com";
    private static final Duration LAMBDA_SESSION = Duration.ofHours(12);

    private final TreeMap<String, Session> byKey = new TreeMap<>();
    private final Roles roles;
    private final Access access;
    private final Chance chance;
    private final SimulatedTime time;

    public Sessions(Roles roles, Access access, Chance chance, SimulatedTime time) {
        this.roles = roles;
        this.access = access;
        this.chance = chance;
        this.time = time;
    }

    @Override
    public Optional<Principal> holder(String accessKeyId) {
        if (ACCOUNT.matcher(accessKeyId).matches()) {
            return Optional.of(new Principal.Administrator(accessKeyId));
        }
        var root = ROOT.matcher(accessKeyId);
        if (root.matches()) {
            return Optional.of(new Principal.Root(root.group(1)));
        }
        var session = byKey.get(accessKeyId);
        return session == null || over(session)
                ? Optional.empty()
                : Optional.of(session.principal());
    }

    @Override
    public boolean expired(String accessKeyId) {
        var session = byKey.get(accessKeyId);
        return session != null && over(session);
    }

    /// Opens a session of a role as Lambda does for a function.
    ///
    /// Source: AWS Lambda Developer Guide, "Defining Lambda function permissions with an execution role", read
    /// 2026-11-22.
    ///
    /// @return the access key
    /// Fails: IllegalArgumentException where the role is missing or does not trust Lambda.
    public String openSession(String account, String role) {
        var found =
                roles.find(account, role)
                        .orElseThrow(() ->
                                new IllegalArgumentException("no role " + role + " in " + account));
        var decision = access.assumable(found, LAMBDA, "us-east-1");
        if (decision instanceof Decision.Denied) {
            throw new IllegalArgumentException(found.arn() + " does not trust " + LAMBDA);
        }
        var principal = new Principal.RoleSession(account, role, role, "");
        return open(principal, LAMBDA_SESSION).accessKeyId();
    }

    /// Opens a session without asking whether it may be: also for whoever is to have got hold of a role's credentials.
    public Session open(Principal.RoleSession principal, Duration duration) {
        Object[] key = {"session", principal, duration, time.instant()};
        var accessKeyId = "ASIA" + chance.hex(16, key).toUpperCase(Locale.ROOT);
        var session =
                new Session(
                        principal,
                        accessKeyId,
                        chance.hex(40, "secret", accessKeyId),
                        chance.hex(64, "token", accessKeyId),
                        time.instant().plus(duration));
        byKey.put(accessKeyId, session);
        return session;
    }

    private boolean over(Session session) {
        return !time.instant().isBefore(session.expiresAt());
    }
}
