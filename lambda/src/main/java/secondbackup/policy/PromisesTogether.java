package secondbackup.policy;

import java.util.List;
import java.util.stream.Stream;

/// What is wrong with promises only beside each other: AWS Backup runs one job for a cluster at a time, so two plans that
/// take it at the same time get in each other's way. Promises with the same snapshots share a plan.
///
/// Source: AWS Backup Developer Guide, "AWS Backup quotas" (one backup and copy job of a resource at a time), read
/// 2026-11-22.
final class PromisesTogether {
    private PromisesTogether() {}

    static Stream<String> problems(List<PromiseRule> promises) {
        return promises.stream()
                .flatMap(promise ->
                        promises.stream()
                                .takeWhile(earlier -> !earlier.equals(promise))
                                .filter(earlier -> collide(earlier, promise))
                                .limit(1)
                                .map(earlier -> problem(earlier, promise)));
    }

    private static boolean collide(PromiseRule one, PromiseRule other) {
        return one.schedule().equals(other.schedule())
                && !(one.sourceRetentionDays() == other.sourceRetentionDays()
                        && one.tiers().equals(other.tiers()))
                && one.who().mayMeet(other.who());
    }

    private static String problem(PromiseRule earlier, PromiseRule promise) {
        return promise.file()
                + " /schedule: '"
                + promise.schedule().cron()
                + "': expected another time than in "
                + earlier.file()
                + ", or the same sourceRetentionDays and tiers: both may bind one cluster, and AWS Backup runs one"
                + " job of a cluster at a time";
    }
}
