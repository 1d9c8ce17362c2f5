package secondbackup.cdk.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.Estate;
import secondbackup.policy.PromiseRule.Who;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.ICfnConditionExpression;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.CfnBackupPlan;
import software.amazon.awscdk.services.backup.CfnBackupSelection;
import software.amazon.awscdk.services.backup.CfnBackupVault;

/// The backup plans of a source Region, with whom they take.
///
/// A template is the same in every account, and takes no parameters. So a promise to some accounts becomes a condition
/// on the account's number; one to clusters with tags a condition of the selection. Of organizational units nobody knows
/// in a template: a promise to units takes its snapshots in every account. That can only be more than promised, since
/// what no promise binds is not copied.
///
/// A selection can be made and deleted, not changed. Its name carries a hash of what it says, so that another selection
/// never meets a name that is taken.
///
/// Every cluster is named by `arn:aws:rds:<Region>:<account>:cluster:*`, which also takes Neptune, DocumentDB and
/// Multi-AZ DB clusters where the account has opted in to those types.
///
/// Source: AWS CloudFormation Template Reference, `AWS::Backup::BackupSelection` (its `BackupSelection` is create-only),
/// and AWS Backup Developer Guide, "Assign resources with AWS CLI" (shared resource types), read 2026-11-27.
final class MemberPlans {
    private static final int HASH_CHARACTERS = 8;
    private static final String CLUSTERS =
            BackupPlans.clusters("${AWS::Region}", "${AWS::AccountId}");
    private static final int OR_MAX = 10;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Stack stack;
    private final Estate estate;
    private final CfnBackupVault source;
    private final SortedMap<String, CfnCondition> conditions = new TreeMap<>();

    MemberPlans(Stack stack, Estate estate, CfnBackupVault source) {
        this.stack = stack;
        this.estate = estate;
        this.source = source;
    }

    void add(BackupPlans.BackupPlan promised) {
        var id = "Plan" + MemberTemplates.logicalId(promised.name());
        var plan =
                CfnBackupPlan.Builder.create(stack, id)
                        .backupPlan(
                                CfnBackupPlan.BackupPlanResourceTypeProperty.builder()
                                        .backupPlanName(promised.deployedName())
                                        .backupPlanRule(
                                                promised.rules().stream().map(this::rule).toList())
                                        .build())
                        .build();
        if (promised.takes().stream().noneMatch(who -> who.accounts().isEmpty())) {
            var accounts =
                    promised.takes().stream()
                            .flatMap(who -> who.accounts().stream())
                            .distinct()
                            .sorted()
                            .toList();
            only(accounts, plan);
        }
        promised.takes().forEach(who -> select(id, plan, promised.name(), who));
    }

    private CfnBackupPlan.BackupRuleResourceTypeProperty rule(BackupPlans.Rule rule) {
        return CfnBackupPlan.BackupRuleResourceTypeProperty.builder()
                .ruleName(rule.name())
                .targetBackupVault(source.getRef())
                .scheduleExpression(rule.schedule().cron())
                .scheduleExpressionTimezone(rule.schedule().timeZone())
                .startWindowMinutes(BackupPlans.START_WINDOW.toMinutes())
                .completionWindowMinutes(BackupPlans.COMPLETION_WINDOW.toMinutes())
                .lifecycle(days(rule.keptDays()))
                .copyActions(rule.floorCopyDays() > 0 ? List.of(floor(rule)) : null)
                .build();
    }

    private CfnBackupPlan.CopyActionResourceTypeProperty floor(BackupPlans.Rule rule) {
        return CfnBackupPlan.CopyActionResourceTypeProperty.builder()
                .destinationBackupVaultArn(estate.vaults().getFirst().arn().value())
                .lifecycle(days(rule.floorCopyDays()))
                .build();
    }

    private static CfnBackupPlan.LifecycleResourceTypeProperty days(int days) {
        return CfnBackupPlan.LifecycleResourceTypeProperty.builder().deleteAfterDays(days).build();
    }

    private void select(String planId, CfnBackupPlan plan, String name, Who who) {
        var tags =
                who.tags().entrySet().stream()
                        .map(tag -> test("aws:ResourceTag/" + tag.getKey(), tag.getValue()))
                        .toList();
        var hash = hash(List.of(CLUSTERS, estate.roles().backup(), tags, who.accounts()));
        var id = planId + "Selection" + hash;
        var selection =
                CfnBackupSelection.Builder.create(stack, id)
                        .backupPlanId(plan.getRef())
                        .backupSelection(
                                CfnBackupSelection.BackupSelectionResourceTypeProperty.builder()
                                        .selectionName(
                                                BackupPlans.cut(name, HASH_CHARACTERS + 1)
                                                        + "-"
                                                        + hash)
                                        .iamRoleArn(
                                                MemberBackupStack.roleArn(estate.roles().backup()))
                                        .resources(List.of(Fn.sub(CLUSTERS)))
                                        .conditions(
                                                tags.isEmpty()
                                                        ? null
                                                        : Map.of("StringEquals", tags))
                                        .build())
                        .build();
        if (!who.accounts().isEmpty()) {
            only(who.accounts(), selection);
        }
    }

    /// In an order that is the same every time.
    private static SortedMap<String, String> test(String key, String value) {
        return new TreeMap<>(Map.of("ConditionKey", key, "ConditionValue", value));
    }

    /// Makes a resource in these accounts only.
    private void only(List<AccountId> accounts, CfnResource resource) {
        var condition =
                conditions.computeIfAbsent(
                        "Accounts" + hash(accounts),
                        id ->
                                CfnCondition.Builder.create(stack, id)
                                        .expression(any(accounts))
                                        .build());
        resource.getCfnOptions().setCondition(condition);
    }

    /// `Fn::Or` takes two to ten conditions, which may be of its kind.
    ///
    /// Source: AWS CloudFormation Template Reference, "Condition functions", read 2026-11-27.
    private static ICfnConditionExpression any(List<AccountId> accounts) {
        List<ICfnConditionExpression> tests = new ArrayList<>();
        accounts.forEach(account -> tests.add(Fn.conditionEquals(Aws.ACCOUNT_ID, account.value())));
        while (tests.size() > 1) {
            var first = List.copyOf(tests.subList(0, Math.min(OR_MAX, tests.size())));
            tests.subList(0, first.size()).clear();
            tests.add(Fn.conditionOr(first.toArray(ICfnConditionExpression[]::new)));
        }
        return tests.getFirst();
    }

    private static String hash(Object content) {
        try {
            var text = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("plain lists, and every Java has SHA-256", impossible);
        }
    }
}
