package secondbackup.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;

/// Which backup plans take the snapshots that promises need. Promises that want the same snapshots share a plan, so
/// that a cluster which several of them bind is not backed up several times.
///
/// A plan's rules are named after what they take, `daily`, `weekly` and `monthly`. Where they fall on one day AWS Backup
/// takes one backup, under the rule that keeps it longest.
///
/// Source: AWS Backup Developer Guide, "Backup plan options and configuration" (overlapping backup rules), read
/// 2026-11-27.
public final class BackupPlans {
    /// Name of the rule that takes a point every time the schedule says so.
    public static final String DAILY = "daily";

    /// How late AWS Backup may begin.
    public static final Duration START_WINDOW = Duration.ofHours(1);

    /// How long a backup may take once it has begun; then AWS Backup cancels it.
    public static final Duration COMPLETION_WINDOW = Duration.ofHours(8);

    /// Most characters of a name that AWS Backup takes.
    private static final int NAME_MAX = 50;

    /// What AWS Backup calls a plan.
    ///
    /// @param name the promise that asked for it first
    /// @param takes whom it takes; no one of them is part of another
    public record BackupPlan(String name, List<Rule> rules, List<PromiseRule.Who> takes) {
        public BackupPlan {
            rules = List.copyOf(rules);
            takes = List.copyOf(takes);
        }

        /// The name that it has in an account.
        public String deployedName() {
            return cut("second-backup-" + name, 0);
        }

        /// The plan as one account has it; empty where it takes nobody there. Units are not looked at: a template cannot
        /// know them.
        public Optional<BackupPlan> in(AccountId account) {
            var there =
                    takes.stream()
                            .filter(who ->
                                    who.accounts().isEmpty() || who.accounts().contains(account))
                            .toList();
            return there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BackupPlan(name, rules, there));
        }
    }

    /// What AWS Backup calls a backup rule.
    ///
    /// @param floorCopyDays how long the plan's own copy is kept; 0 where it makes none
    public record Rule(
            String name, PromiseRule.Schedule schedule, int keptDays, int floorCopyDays) {}

    private record Snapshots(
            PromiseRule.Schedule schedule, int sourceRetentionDays, List<Tier> tiers) {}

    private BackupPlans() {}

    /// Every cluster of an account and Region.
    public static String clusters(String region, String account) {
        return "arn:aws:rds:" + region + ":" + account + ":cluster:*";
    }

    /// A name as AWS Backup takes it.
    ///
    /// @param room characters to be left
    public static String cut(String name, int room) {
        return name.substring(0, Math.min(name.length(), NAME_MAX - room));
    }

    public static List<BackupPlan> of(List<PromiseRule> promises) {
        SequencedMap<Snapshots, List<PromiseRule>> plans = new LinkedHashMap<>();
        for (var promise : promises) {
            plans.computeIfAbsent(snapshots(promise), _ -> new ArrayList<>()).add(promise);
        }
        return plans.entrySet().stream().map(plan -> plan(plan.getKey(), plan.getValue())).toList();
    }

    private static Snapshots snapshots(PromiseRule promise) {
        return new Snapshots(promise.schedule(), promise.sourceRetentionDays(), promise.tiers());
    }

    private static BackupPlan plan(Snapshots snapshots, List<PromiseRule> promises) {
        var daily = new Rule(DAILY, snapshots.schedule(), snapshots.sourceRetentionDays(), 0);
        var tiers = snapshots.tiers().stream().map(tier -> rule(snapshots.schedule(), tier));
        var bound = promises.stream().map(PromiseRule::who).distinct().toList();
        return new BackupPlan(
                promises.getFirst().name(),
                Stream.concat(Stream.of(daily), tiers).toList(),
                bound.stream().filter(who -> !contained(who, bound)).toList());
    }

    private static Rule rule(PromiseRule.Schedule schedule, Tier tier) {
        return new Rule(
                tier.period().word(),
                new PromiseRule.Schedule(
                        TierRules.cron(schedule.cron(), tier), schedule.timeZone()),
                tier.sourceRetentionDays(),
                tier.floorCopy() ? tier.retentionDays() : 0);
    }

    private static boolean contained(PromiseRule.Who who, List<PromiseRule.Who> all) {
        return all.stream().anyMatch(other -> !other.equals(who) && other.contains(who));
    }
}
