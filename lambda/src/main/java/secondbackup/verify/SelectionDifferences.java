package secondbackup.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.Comparison;
import secondbackup.inventory.PlanSelection.TagTest;
import secondbackup.inventory.Region;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.BackupPlans.BackupPlan;
import secondbackup.policy.PromiseRule.Who;
import secondbackup.verify.Drift.Difference;

/// What is otherwise with whom a backup plan takes. Selections are known by what they say, not by their names, which
/// carry a hash.
final class SelectionDifferences {
    private SelectionDifferences() {}

    /// @param role name of the role that AWS Backup is to work with
    static List<Difference> of(
            BackupPlan plan, DeployedPlan found, AccountId account, Region region, String role) {
        var missing = new ArrayList<String>();
        var wanted =
                plan.takes().stream()
                        .map(who -> words(who, account, region, role))
                        .distinct()
                        .sorted()
                        .toList();
        var unasked =
                new ArrayList<>(
                        found.selections().stream()
                                .map(SelectionDifferences::words)
                                .sorted()
                                .toList());
        for (var one : wanted) {
            if (!unasked.remove(one)) {
                missing.add(one);
            }
        }
        return paired(missing, unasked);
    }

    /// One in the place of another is told as one.
    private static List<Difference> paired(List<String> missing, List<String> unasked) {
        var differences = new ArrayList<Difference>();
        for (var number = 0; number < Math.max(missing.size(), unasked.size()); number++) {
            differences.add(
                    new Difference(
                            "selection",
                            number < missing.size() ? missing.get(number) : Difference.NONE,
                            number < unasked.size() ? unasked.get(number) : Difference.NONE));
        }
        return differences;
    }

    private static String words(Who who, AccountId account, Region region, String role) {
        var tests =
                who.tags().entrySet().stream()
                        .map(tag -> new TagTest(Comparison.EQUALS, tag.getKey(), tag.getValue()))
                        .toList();
        return words(
                new PlanSelection(
                        "",
                        "",
                        new Arn("arn:aws:iam::" + account + ":role/" + role).value(),
                        List.of(),
                        List.of(BackupPlans.clusters(region.value(), account.value())),
                        List.of(),
                        List.of(),
                        tests));
    }

    /// The same for the same meaning.
    private static String words(PlanSelection selection) {
        return String.join(
                "; ",
                Stream.of(
                                part("", selection.resources()),
                                part("not ", selection.notResources()),
                                part("or tag ", tests(selection.tags())),
                                part("if tag ", tests(selection.conditions())),
                                Stream.of("with " + selection.role()))
                        .flatMap(part -> part)
                        .toList());
    }

    private static Stream<String> part(String word, List<String> texts) {
        return texts.isEmpty()
                ? Stream.of()
                : Stream.of(word + String.join(", ", texts.stream().distinct().sorted().toList()));
    }

    private static List<String> tests(List<TagTest> tests) {
        return tests.stream()
                .map(test ->
                        test.key()
                                + " "
                                + test.comparison().name().toLowerCase(Locale.ROOT)
                                + " '"
                                + test.value()
                                + "'")
                .toList();
    }
}
