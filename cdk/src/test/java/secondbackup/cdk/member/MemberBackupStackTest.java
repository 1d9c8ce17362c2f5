package secondbackup.cdk.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static secondbackup.cdk.member.MemberSample.BACKUP;
import static secondbackup.cdk.member.MemberSample.backupOf;
import static secondbackup.cdk.member.MemberSample.resources;
import static secondbackup.cdk.member.MemberSample.stream;
import static secondbackup.cdk.member.MemberSample.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberBackupStackTest {
    private static final String PLAN = "AWS::Backup::BackupPlan";
    private static final String SELECTION = "AWS::Backup::BackupSelection";
    private static final String VAULT = "AWS::Backup::BackupVault";
    private static final String SUFFIX =
            "{\"Fn::Select\":[0,{\"Fn::Split\":[\"-\",{\"Fn::Select\":[2,{\"Fn::Split\":[\"/\","
                    + "{\"Ref\":\"AWS::StackId\"}]}]}]}]}";
    private static final String TIERS =
            """
            {"tiers": {
              "weekly": {"day": "SUN", "sourceRetentionDays": 14, "retentionDays": 90, "floorCopy": true},
              "monthly": {"day": 28, "sourceRetentionDays": 40, "retentionDays": 400}}}
            """;

    @Test
    void keepsVaultsAndKeyWhenTheStackGoes() {
        var kept =
                stream(BACKUP.path("Resources"))
                        .filter(resource -> resource.has("DeletionPolicy"))
                        .toList();
        assertThat(kept).hasSize(3);
        assertThat(kept)
                .extracting(resource -> resource.path("Type").asText())
                .containsExactlyInAnyOrder(VAULT, VAULT, "AWS::KMS::Key");
        assertThat(kept)
                .allSatisfy(resource -> {
                    assertThat(resource.path("DeletionPolicy").asText())
                            .isEqualTo("RetainExceptOnCreate");
                    assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
                });
    }

    @Test
    void namesVaultsAfterItsStack() {
        assertThat(resources(BACKUP, VAULT))
                .extracting(vault -> vault.at("/Properties/BackupVaultName").toString())
                .containsExactlyInAnyOrder(
                        "{\"Fn::Join\":[\"-\",[\"second-backup-source\"," + SUFFIX + "]]}",
                        "{\"Fn::Join\":[\"-\",[\"second-backup-rekey\"," + SUFFIX + "]]}");
        assertThat(resources(BACKUP, VAULT))
                .extracting(vault -> vault.at("/Properties/EncryptionKeyArn").toString())
                .containsOnly("{\"Fn::GetAtt\":[\"Key\",\"Arn\"]}");
    }

    @Test
    void makesNoRekeyVaultWhereTheEstateHasNone() {
        var files = MemberSample.files();
        var estate = (ObjectNode) MemberSample.json(files.getOrDefault("estate.json", ""));
        estate.remove("rekeyVault");
        files.put("estate.json", estate.toString());
        var template = MemberSample.json(MemberSample.templates(files).backup());
        assertThat(resources(template, VAULT)).hasSize(1);
    }

    @Test
    void makesOnePlanWherePromisesWantTheSameSnapshots() {
        assertThat(resources(BACKUP, PLAN)).hasSize(1);
        assertThat(resources(BACKUP, SELECTION)).hasSize(1);
        assertThat(BACKUP.has("Conditions")).isFalse();
        var rule = resources(BACKUP, PLAN).getFirst().at("/Properties/BackupPlan/BackupPlanRule/0");
        assertThat(rule.toString())
                .isEqualTo(
                        "{\"CompletionWindowMinutes\":480,\"Lifecycle\":{\"DeleteAfterDays\":7},"
                                + "\"RuleName\":\"daily\",\"ScheduleExpression\":\"cron(0 1 * * ? *)\","
                                + "\"ScheduleExpressionTimezone\":\"Europe/Stockholm\","
                                + "\"StartWindowMinutes\":60,\"TargetBackupVault\":{\"Ref\":\"SourceVault\"}}");
        var selection = resources(BACKUP, SELECTION).getFirst().at("/Properties/BackupSelection");
        assertThat(selection.path("Resources").toString())
                .isEqualTo(
                        "[{\"Fn::Sub\":\"arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:*\"}]");
        assertThat(selection.has("Conditions")).isFalse();
        assertThat(selection.has("ListOfTags")).isFalse();
    }

    @Test
    void takesWeeklyAndMonthlyPointsByRulesOfTheirOwn() {
        var rules =
                resources(backupOf(TIERS), PLAN)
                        .getFirst()
                        .at("/Properties/BackupPlan/BackupPlanRule");
        assertThat(stream(rules))
                .extracting(
                        rule -> rule.path("RuleName").asText(),
                        rule -> rule.path("ScheduleExpression").asText(),
                        rule -> rule.at("/Lifecycle/DeleteAfterDays").asInt(),
                        rule -> rule.at("/CopyActions/0/Lifecycle/DeleteAfterDays").asInt())
                .containsExactly(
                        tuple("daily", "cron(0 1 * * ? *)", 7, 0),
                        tuple("weekly", "cron(0 1 ? * SUN *)", 14, 90),
                        tuple("monthly", "cron(0 1 28 * ? *)", 40, 0));
        assertThat(rules.at("/1/CopyActions/0/DestinationBackupVaultArn").asText())
                .isEqualTo("arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup");
        assertThat(stream(rules))
                .allSatisfy(rule -> {
                    assertThat(rule.path("ScheduleExpression").asText())
                            .matches("cron\\(\\S+( \\S+){5}\\)");
                    assertThat(rule.path("ScheduleExpressionTimezone").asText())
                            .isEqualTo("Europe/Stockholm");
                });
    }

    @Test
    void bindsAccountsByTheirNumber() {
        var later =
                "{\"schedule\": {\"cron\": \"cron(0 3 * * ? *)\", \"timeZone\": \"Europe/Stockholm\"}}";
        var template = backupOf(accounts(1), later);
        var plans = resources(template, PLAN);
        assertThat(plans).hasSize(2);
        assertThat(plans.getFirst().path("Condition").asText()).startsWith("Accounts");
        assertThat(plans.getLast().has("Condition")).isFalse();
        assertThat(template.path("Conditions").size()).isEqualTo(1);
        assertThat(stream(template.path("Conditions")).findFirst().orElseThrow().toString())
                .isEqualTo("{\"Fn::Equals\":[{\"Ref\":\"AWS::AccountId\"},\"500000000000\"]}");
        assertThat(resources(template, SELECTION).getFirst().path("Condition").asText())
                .isEqualTo(plans.getFirst().path("Condition").asText());
    }

    @Test
    void asksNoConditionForMoreThanTenOthers() {
        for (var count : List.of(10, 11, 100, 101)) {
            var template = backupOf(accounts(count));
            var condition = template.path("Conditions");
            assertThat(orSizes(condition)).allMatch(size -> size >= 2 && size <= 10);
            assertThat(condition.findValues("Fn::Equals")).hasSize(count);
        }
    }

    private static List<Integer> orSizes(JsonNode condition) {
        return condition.findValues("Fn::Or").stream().map(JsonNode::size).toList();
    }

    private static String accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + (500_000_000_000L + number) + "\"")
                .collect(Collectors.joining(",", "{\"who\": {\"accounts\": [", "]}}"));
    }

    @Test
    void narrowsByTagsInTheSelection() {
        var critical = "{\"who\": {\"tags\": {\"tier\": \"critical\", \"data\": \"own\"}}}";
        var selection = resources(backupOf(critical), SELECTION).getFirst();
        assertThat(selection.at("/Properties/BackupSelection/Conditions").toString())
                .isEqualTo(
                        "{\"StringEquals\":["
                                + "{\"ConditionKey\":\"aws:ResourceTag/data\",\"ConditionValue\":\"own\"},"
                                + "{\"ConditionKey\":\"aws:ResourceTag/tier\",\"ConditionValue\":\"critical\"}]}");
    }

    @Test
    void givesAnotherSelectionAnotherName() {
        var names = new HashSet<String>();
        var who =
                List.of(
                        "{}",
                        "{\"who\": {\"tags\": {\"tier\": \"a\"}}}",
                        "{\"who\": {\"tags\": {\"tier\": \"b\"}}}",
                        accounts(2));
        for (var promise : who) {
            var selection = resources(backupOf(promise), SELECTION).getFirst();
            var name = selection.at("/Properties/BackupSelection/SelectionName").asText();
            assertThat(name).matches("[a-zA-Z0-9_.-]{1,50}").startsWith("promise-0-");
            names.add(name);
        }
        assertThat(names).hasSameSizeAs(who);
    }

    @Test
    void keepsNamesWithinAwsLimits() {
        for (var plan : resources(BACKUP, PLAN)) {
            assertThat(plan.at("/Properties/BackupPlan/BackupPlanName").asText())
                    .matches("[a-zA-Z0-9_.-]{1,50}");
            assertThat(stream(plan.at("/Properties/BackupPlan/BackupPlanRule")))
                    .hasSizeLessThanOrEqualTo(10)
                    .allMatch(
                            rule -> rule.path("RuleName").asText().matches("[a-zA-Z0-9_.-]{1,50}"));
        }
        assertThat(BACKUP.path("Resources").size()).isLessThan(500);
    }

    @Test
    void forwardsEventsWithARole() {
        var rule = resources(BACKUP, "AWS::Events::Rule").getFirst().path("Properties");
        assertThat(stream(rule.path("EventPattern"))).allMatch(JsonNode::isArray);
        assertThat(texts(rule.at("/EventPattern/detail-type")))
                .contains("Copy Job State Change", "Backup Job State Change");
        assertThat(rule.at("/Targets/0/Arn").asText())
                .isEqualTo(
                        "arn:aws:events:eu-central-1:222222222222:event-bus/second-backup-control");
        assertThat(rule.at("/Targets/0/RoleArn/Fn::Sub").asText())
                .isEqualTo("arn:aws:iam::${AWS::AccountId}:role/second-backup-member-events");
    }

    @Test
    void lendsItsKeyToTheVaultAccountsOnly() {
        var key = resources(BACKUP, "AWS::KMS::Key").getFirst().path("Properties");
        assertThat(key.path("EnableKeyRotation").asBoolean()).isTrue();
        assertThat(key.path("PendingWindowInDays").asInt()).isEqualTo(30);
        assertThat(stream(key.at("/KeyPolicy/Statement")))
                .extracting(statement -> statement.at("/Principal/AWS").toString())
                .containsExactly(
                        "{\"Fn::Join\":[\"\",[\"arn:aws:iam::\",{\"Ref\":\"AWS::AccountId\"},\":root\"]]}",
                        "[\"arn:aws:iam::333333333333:root\"]",
                        "[\"arn:aws:iam::333333333333:root\"]");
    }
}
