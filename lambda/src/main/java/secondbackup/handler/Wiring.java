package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import secondbackup.aws.AwsAccount;
import secondbackup.aws.AwsCopyJobs;
import secondbackup.aws.AwsCopyStarter;
import secondbackup.aws.AwsHolds;
import secondbackup.aws.AwsOrganization;
import secondbackup.aws.AwsSecret;
import secondbackup.aws.AwsStackSets;
import secondbackup.aws.AwsVault;
import secondbackup.aws.AwsVaultAccount;
import secondbackup.aws.KeptFile;
import secondbackup.aws.Parallel;
import secondbackup.aws.RoleSessions;
import secondbackup.aws.S3Ledger;
import secondbackup.aws.S3SweepStore;
import secondbackup.inventory.Inventory;
import secondbackup.policy.NoticeReader;
import secondbackup.policy.Notices;
import secondbackup.policy.Policies;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.PriceReader;
import secondbackup.policy.TripwireReader;
import secondbackup.policy.Tripwires;
import secondbackup.report.SlackMessage;
import secondbackup.slack.SlackWebhook;
import secondbackup.sweep.CopySweep;
import secondbackup.sweep.ListSweep;
import secondbackup.sweep.Notifier;
import secondbackup.sweep.NotifySweep;
import secondbackup.sweep.SurveySweep;
import secondbackup.sweep.TripwireSweep;
import secondbackup.sweep.VerifySweep;

/// Puts each sweep together. Settings and policies are read once, and the inventory when there is a newer one; sessions
/// and their deadline belong to one invocation.
final class Wiring {
    /// What a Lambda needs at its end to write down what it has.
    private static final Duration RESERVE = Duration.ofSeconds(20);

    private final Surroundings surroundings;
    private final Settings settings;
    private final SortedMap<String, String> files;
    private final Policies policies;
    private final Tripwires tripwires;
    private final KeptFile<Inventory> inventory = new KeptFile<>();

    Wiring(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.settings = Settings.of(surroundings.environment());
        this.files = PolicyFiles.read(settings.policies());
        this.policies = PolicyReader.read(files);
        this.tripwires = TripwireReader.read(files, policies.estate());
    }

    Instant now() {
        return surroundings.time().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ListSweep list(Context context) {
        var connection = surroundings.connection();
        return new ListSweep(
                new AwsOrganization(connection),
                new AwsStackSets(connection, sessions(), policies.estate()),
                store(context),
                policies);
    }

    SurveySweep survey(Context context) {
        var reader =
                new AwsAccount(surroundings.connection(), sessions(), policies, parallel(context));
        return new SurveySweep(reader, store(context));
    }

    CopySweep copy(Context context) {
        var connection = surroundings.connection();
        var estate = policies.estate();
        var sessions = sessions();
        return new CopySweep(
                store(context),
                new AwsVault(connection, sessions, estate),
                new AwsCopyJobs(connection, sessions, estate),
                new AwsCopyStarter(connection, sessions, estate, () -> hasTime(context)),
                policies,
                settings.startsMax());
    }

    VerifySweep verify(Context context) {
        var connection = surroundings.connection();
        var estate = policies.estate();
        var sessions = sessions();
        return new VerifySweep(
                store(context),
                new AwsVault(connection, sessions, estate),
                new AwsVaultAccount(connection, sessions, estate),
                policies,
                PriceReader.read(files),
                PageFiles.read(),
                new S3Ledger(connection, estate.ledgerBucket()),
                new AwsHolds(connection, sessions));
    }

    NotifySweep tell(Context context) {
        return new NotifySweep(store(context), notices(), policies.estate(), this::channel);
    }

    TripwireSweep tripwires(Context context) {
        return new TripwireSweep(tripwires, notices(), this::channel, store(context));
    }

    private Notices notices() {
        return NoticeReader.read(files, policies.estate());
    }

    /// Asks for the webhook only when there is something to say.
    private Notifier channel(Notices.Channel channel) {
        return message -> slack(channel.secret(), message);
    }

    /// A webhook that cannot be read is one that cannot be told: other channels are told all the same.
    private Notifier.Said slack(String secret, SlackMessage message) {
        return switch (new AwsSecret(surroundings.connection(), secret).find()) {
            case AwsSecret.Found.Value(var url) ->
                    SlackWebhook.problem(url)
                            .<Notifier.Said>map(Notifier.Said.NotDelivered::new)
                            .orElseGet(() ->
                                    new SlackWebhook(url, surroundings.poster()).say(message));
            case AwsSecret.Found.Nothing(var cause) -> new Notifier.Said.NotDelivered(cause);
        };
    }

    private RoleSessions sessions() {
        return new RoleSessions(surroundings.connection());
    }

    private S3SweepStore store(Context context) {
        return new S3SweepStore(
                surroundings.connection(),
                policies.estate().reportBucket(),
                parallel(context),
                inventory);
    }

    private Parallel parallel(Context context) {
        return new Parallel(settings.concurrency(), () -> timeLeft(context));
    }

    private static boolean hasTime(Context context) {
        return timeLeft(context).isPositive();
    }

    private static Duration timeLeft(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
    }
}
