package secondbackup.simulation.cloudwatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;

/// Alarms are silenced, given their voice back, and deleted. A name without an alarm is passed over.
///
/// Source: Amazon CloudWatch API Reference, "DisableAlarmActions", "EnableAlarmActions" ("the alarms do not take
/// action"), "DeleteAlarms"; Service Authorization Reference for Amazon CloudWatch (resource type `alarm`), read
/// 2026-11-27. `DeleteAlarms` with a name that is not there answers as without it.
public record AlarmWrites(Alarms alarms) {

    public void register(Operations operations) {
        operations.on(
                DisableAlarmActionsRequest.class,
                (asked, call) -> on("DisableAlarmActions", asked.alarmNames(), call),
                (asked, call) -> {
                    each(asked.alarmNames(), call, alarm -> alarm.actionsEnabled = false);
                    return DisableAlarmActionsResponse.builder().build();
                });
        operations.on(
                EnableAlarmActionsRequest.class,
                (asked, call) -> on("EnableAlarmActions", asked.alarmNames(), call),
                (asked, call) -> {
                    each(asked.alarmNames(), call, alarm -> alarm.actionsEnabled = true);
                    return EnableAlarmActionsResponse.builder().build();
                });
        operations.on(
                DeleteAlarmsRequest.class,
                (asked, call) -> on("DeleteAlarms", asked.alarmNames(), call),
                (asked, call) -> {
                    each(asked.alarmNames(), call, alarm -> alarms.remove(alarm.arn()));
                    return DeleteAlarmsResponse.builder().build();
                });
    }

    private static List<AccessRequest> on(String action, List<String> names, Call call) {
        return names.stream()
                .map(name -> AccessRequest.of("cloudwatch:" + action, arn(name, call)))
                .toList();
    }

    private void each(List<String> names, Call call, Consumer<Alarm> change) {
        names.stream()
                .map(name -> alarms.find(arn(name, call)))
                .flatMap(Optional::stream)
                .forEach(change);
    }

    private static String arn(String name, Call call) {
        return "arn:aws:cloudwatch:" + call.region() + ":" + call.account() + ":alarm:" + name;
    }
}
