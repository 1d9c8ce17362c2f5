package secondbackup.report;

import java.util.ArrayList;
import java.util.List;
import secondbackup.inventory.ApiCall;
import secondbackup.policy.Tripwire;
import secondbackup.policy.Tripwires;

/// Says in Slack that a tripwire rang: in which account, who, what, when, from where, and what to do now; or that the
/// tripwires tested themselves.
public final class TripwireNotice {
    private static final int PARAMETERS_MAX = 6;

    private TripwireNotice() {}

    public static SlackMessage of(ApiCall call, Tripwire wire, Tripwires all) {
        return wire.selfTest() ? selfTest(call, wire) : warning(call, wire, all);
    }

    private static SlackMessage selfTest(ApiCall call, Tripwire wire) {
        var blocks = new SlackBlocks();
        var headline = "Self-test: tripwires of account " + call.account() + " reach this channel";
        blocks.header(headline);
        blocks.lines(
                List.of(
                        wire.why(),
                        "The call was made "
                                + TimeText.of(call.at())
                                + ", in "
                                + call.region()
                                + ".",
                        "→ " + wire.next()));
        return blocks.message(headline);
    }

    private static SlackMessage warning(ApiCall call, Tripwire wire, Tripwires all) {
        var blocks = new SlackBlocks();
        var headline =
                "Tripwire "
                        + wire.name()
                        + " in "
                        + place(call, all)
                        + call.account()
                        + call.error().map(_ -> " (refused)").orElse("");
        blocks.header(headline);
        blocks.lines(facts(call));
        blocks.lines(List.of(wire.why(), "→ " + wire.next()));
        blocks.divider();
        blocks.lines(
                List.of(
                        "Step by step: runbook/Tripwire.md, \""
                                + wire.name()
                                + "\". The whole record: AWS CloudTrail, event history of that account"
                                + " and Region."));
        return blocks.message(headline);
    }

    private static List<String> facts(ApiCall call) {
        var lines = new ArrayList<String>();
        lines.add("Who: " + PlainText.message(call.caller()) + through(call));
        lines.add("Call: " + call.service() + " " + call.name());
        call.parameters().entrySet().stream()
                .limit(PARAMETERS_MAX)
                .forEach(each ->
                        lines.add(
                                "    "
                                        + PlainText.name(each.getKey())
                                        + ": "
                                        + PlainText.message(each.getValue())));
        lines.add("When: " + TimeText.of(call.at()) + ", in " + call.region());
        lines.add("From: " + PlainText.message(call.from()));
        lines.add(
                call.error()
                        .map(code -> "AWS refused it: " + PlainText.name(code))
                        .orElse("AWS did it."));
        return lines;
    }

    private static String through(ApiCall call) {
        return call.invokedBy().map(by -> ", through " + PlainText.name(by)).orElse("");
    }

    private static String place(ApiCall call, Tripwires all) {
        var places = all.places(call.account());
        if (places.contains(Tripwire.Place.VAULT)) {
            return "the vault account ";
        }
        if (places.contains(Tripwire.Place.ORGANIZATION)) {
            return "the management account ";
        }
        return places.contains(Tripwire.Place.CONTROL) ? "the control account " : "account ";
    }
}
