package secondbackup.verify;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.RegionView;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.BackupPlans.BackupPlan;
import secondbackup.policy.Estate;
import secondbackup.verify.Drift.Difference;

/// What is otherwise with the rules of a backup plan.
///
/// Source: AWS Backup API, `BackupRule`, and Amazon EventBridge User Guide, "Cron expressions" (`?` and `*` both stand for
/// any day), read 2026-11-27.
final class RuleDifferences {
    private final Estate estate;
    private final RegionView.Source region;

    RuleDifferences(Estate estate, RegionView.Source region) {
        this.estate = estate;
        this.region = region;
    }

    List<Difference> of(BackupPlan plan, DeployedPlan found) {
        var differences = new ArrayList<Difference>();
        for (var rule : plan.rules()) {
            var there = found.rules().stream().filter(one -> one.name().equals(rule.name()));
            there.findFirst()
                    .ifPresentOrElse(
                            one -> differences.addAll(of(rule, one)),
                            () ->
                                    differences.add(
                                            new Difference(
                                                    "rule " + rule.name(),
                                                    schedule(rule),
                                                    Difference.NONE)));
        }
        var names = plan.rules().stream().map(BackupPlans.Rule::name).toList();
        found.rules().stream()
                .filter(one -> !names.contains(one.name()))
                .forEach(one ->
                        differences.add(
                                new Difference(
                                        "rule " + one.name(),
                                        Difference.NONE,
                                        schedule(one) + " into " + one.vault())));
        return differences;
    }

    private List<Difference> of(BackupPlans.Rule wanted, DeployedPlan.Rule found) {
        var differences = new ArrayList<Difference>();
        var name = "rule " + wanted.name() + ": ";
        if (!same(wanted.schedule().cron(), found.cron())
                || !sameZone(wanted.schedule().timeZone(), found.timeZone())) {
            differences.add(new Difference(name + "schedule", schedule(wanted), schedule(found)));
        }
        compare(name + "retention", kept(wanted.keptDays()), kept(found.kept()), differences);
        if (!vaultOfOurs(found.vault())) {
            differences.add(
                    new Difference(
                            name + "vault",
                            "one of ours here (" + estate.sourceVault() + "-...)",
                            found.vault()));
        }
        compare(
                name + "minutes to start",
                String.valueOf(BackupPlans.START_WINDOW.toMinutes()),
                number(found.startWindowMinutes()),
                differences);
        compare(
                name + "minutes to complete",
                String.valueOf(BackupPlans.COMPLETION_WINDOW.toMinutes()),
                number(found.completionWindowMinutes()),
                differences);
        compare(name + "copies", copies(wanted), copies(found), differences);
        compare(name + "continuous", "no", found.continuous() ? "yes" : "no", differences);
        compare(
                name + "air-gapped vault",
                Difference.NONE,
                found.airGappedVault().orElse(Difference.NONE),
                differences);
        return differences;
    }

    private static void compare(
            String what, String expected, String found, List<Difference> differences) {
        if (!expected.equals(found)) {
            differences.add(new Difference(what, expected, found));
        }
    }

    /// A vault that is gone takes no more points.
    private boolean vaultOfOurs(String name) {
        return estate.isSourceVault(name)
                && region.vaults().stream().map(MemberVault::name).toList().contains(name);
    }

    private static boolean same(String cron, String other) {
        return plain(cron).equals(plain(other));
    }

    private static String plain(String cron) {
        return cron.strip().replaceAll("\\s+", " ").replace('?', '*');
    }

    private static boolean sameZone(String zone, String other) {
        try {
            return ZoneId.of(zone).normalized().equals(ZoneId.of(other).normalized());
        } catch (DateTimeException _) {
            return zone.equals(other);
        }
    }

    private static String schedule(BackupPlans.Rule rule) {
        return rule.schedule().cron() + " " + rule.schedule().timeZone();
    }

    private static String schedule(DeployedPlan.Rule rule) {
        return rule.cron() + " " + rule.timeZone();
    }

    private static String kept(long days) {
        return days + " days";
    }

    private static String kept(DeployedPlan.Kept kept) {
        var days = kept.days().map(RuleDifferences::kept).orElse("for good");
        return kept.coldAfterDays()
                .map(cold -> days + ", in cold storage after " + cold)
                .orElse(days);
    }

    private static String number(Optional<Long> number) {
        return number.map(String::valueOf).orElse("not set");
    }

    private static String copied(DeployedPlan.Kept kept) {
        return (kept.days().isEmpty() ? " " : " for ") + kept(kept);
    }

    private String copies(BackupPlans.Rule rule) {
        return rule.floorCopyDays() == 0
                ? Difference.NONE
                : estate.vaults().getFirst().arn() + " for " + kept(rule.floorCopyDays());
    }

    private static String copies(DeployedPlan.Rule rule) {
        return rule.copies().isEmpty()
                ? Difference.NONE
                : rule.copies().stream()
                        .map(copy -> copy.vault() + copied(copy.kept()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
