package secondbackup.attacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import secondbackup.attacks.Attack.Way;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.events.EventBuses.Rule;
import software.amazon.awssdk.core.sync.RequestBody;

/// Ways to keep people from hearing: the rules of tripwires, first the one that tells of rules, then alarms, the mails
/// that they send, trails, and the report itself.
final class Silencing {
    private static final Comparator<Rule> TELLTALE_FIRST =
            Comparator.comparing((Rule rule) -> !rule.arn().contains("RulesSilen"))
                    .thenComparing(Rule::arn);

    private Silencing() {}

    /// @param account whose voice is to be taken; that of the control account carries all others
    static List<Way> ways(Hand hand, String account) {
        var accounts = new TreeSet<>(List.of(account, SmallWorld.CONTROL));
        if (hand.account().equals(SmallWorld.MANAGEMENT)) {
            accounts.add(SmallWorld.MANAGEMENT);
        }
        var ways = new ArrayList<Way>();
        hand.world().machinery().buses().rules().stream()
                .filter(rule -> accounts.contains(rule.bus.account))
                .sorted(TELLTALE_FIRST)
                .forEach(rule -> ways.add(() -> disable(hand, rule)));
        hand.world().machinery().alarms().all().stream()
                .filter(alarm -> accounts.contains(alarm.account))
                .filter(alarm -> alarm.account.equals(hand.account()))
                .forEach(alarm ->
                        ways.add(() ->
                                hand.cloudWatch(alarm.region)
                                        .disableAlarmActions(
                                                asked -> asked.alarmNames(alarm.name))));
        ways.addAll(mails(hand, accounts));
        hand.world()
                .trails()
                .all
                .forEach(trail ->
                        ways.add(() ->
                                hand.cloudTrail(trail.region)
                                        .stopLogging(asked -> asked.name(trail.arn()))));
        ways.add(() -> forge(hand));
        return ways;
    }

    /// Each mail is filtered, so that nothing comes through, and then ended.
    private static List<Way> mails(Hand hand, Set<String> accounts) {
        var ways = new ArrayList<Way>();
        hand.world().machinery().topics().all().stream()
                .filter(topic -> accounts.contains(topic.account))
                .filter(topic -> topic.account.equals(hand.account()))
                .forEach(topic -> {
                    for (var arn : topic.subscriptions.keySet()) {
                        ways.add(() -> filter(hand, topic.region, arn));
                        ways.add(() ->
                                hand.sns(topic.region)
                                        .unsubscribe(asked -> asked.subscriptionArn(arn)));
                    }
                });
        return ways;
    }

    private static void filter(Hand hand, String region, String arn) {
        hand.sns(region)
                .setSubscriptionAttributes(asked ->
                        asked.subscriptionArn(arn)
                                .attributeName("FilterPolicy")
                                .attributeValue("{\"never\": [\"comes\"]}"));
    }

    private static void disable(Hand hand, Rule rule) {
        hand.events(rule.bus.region)
                .disableRule(asked -> asked.name(rule.name).eventBusName(rule.bus.name));
    }

    private static void forge(Hand hand) {
        hand.s3(SmallWorld.HOME)
                .putObject(
                        asked ->
                                asked.bucket("second-backup-reports-" + SmallWorld.CONTROL)
                                        .key("reports/forged.json"),
                        RequestBody.fromString("{}"));
    }
}
