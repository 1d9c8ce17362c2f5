package secondbackup.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One backup plan of one Region as AWS Backup stores it, whoever made it.
///
/// Source: AWS Backup API, `BackupPlan`, `BackupRule` and `CopyAction`, read 2026-11-27.
///
/// @param name which need not be its own alone
public record DeployedPlan(
        String id, String name, List<Rule> rules, List<PlanSelection> selections) {

    /// What AWS Backup calls a backup rule.
    ///
    /// @param vault name of the vault that it fills
    /// @param airGappedVault ARN of the air-gapped vault that it fills besides
    public record Rule(
            String name,
            String vault,
            String cron,
            String timeZone,
            Optional<Long> startWindowMinutes,
            Optional<Long> completionWindowMinutes,
            boolean continuous,
            Kept kept,
            List<Copy> copies,
            Optional<String> airGappedVault) {
        public Rule {
            copies = List.copyOf(copies);
        }
    }

    /// What AWS Backup calls a lifecycle.
    ///
    /// @param days after which a point is deleted; empty where it is kept for good
    /// @param coldAfterDays after which it is moved to cold storage; empty where it is not
    public record Kept(Optional<Long> days, Optional<Long> coldAfterDays) {}

    /// What AWS Backup calls a copy action.
    public record Copy(String vault, Kept kept) {}

    public DeployedPlan {
        rules = List.copyOf(rules);
        selections =
                selections.stream().sorted(Comparator.comparing(PlanSelection::selection)).toList();
    }
}
