package secondbackup.simulation.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.cloudwatch.Alarms;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.lambda.Functions;
import secondbackup.simulation.lambda.QueueMappings;
import secondbackup.simulation.logs.LogGroups;
import secondbackup.simulation.scheduler.Schedules;
import secondbackup.simulation.sns.Topics;
import secondbackup.simulation.sqs.Queues;
import secondbackup.simulation.states.StateMachines;
import secondbackup.simulation.targets.Targets;

/// The resource types of the services that run and wake a product.
public record RunCatalog(
        EventBuses buses,
        Targets targets,
        Queues queues,
        Topics topics,
        Alarms alarms,
        Functions functions,
        QueueMappings mappings,
        StateMachines machines,
        Schedules schedules,
        LogGroups logs) {

    public List<ResourceType> types() {
        var types = new ArrayList<ResourceType>(holders().map(HeldType::new).toList());
        types.add(recorded("AWS::CloudWatch::CompositeAlarm", "AlarmName", "AlarmRule"));
        types.add(recorded("AWS::CloudWatch::Dashboard", "DashboardName", "DashboardBody"));
        return types;
    }

    private Stream<Holder> holders() {
        return Stream.of(
                new EventBusHolder(buses),
                new EventBusPolicyHolder(buses),
                new RuleHolder(buses, targets),
                new QueueHolder(queues),
                PoliciesHolder.of(queues),
                new TopicHolder(topics),
                PoliciesHolder.of(topics),
                new SubscriptionHolder(topics),
                new AlarmHolder(alarms),
                new FunctionHolder(functions),
                new VersionHolder(functions),
                new FunctionAliasHolder(functions),
                new PermissionHolder(functions),
                new QueueMappingHolder(mappings, functions, queues),
                new EventInvokeHolder(functions),
                new StateMachineHolder(machines),
                new ScheduleHolder(schedules),
                NamedHolder.scheduleGroup(schedules),
                NamedHolder.logGroup(logs),
                new LogPolicyHolder(logs));
    }

    /// Alarms on other alarms and dashboards are shown to nobody here.
    private static RecordedType recorded(String type, String name, String body) {
        var kind = type.endsWith("Dashboard") ? "dashboard/" : "alarm:";
        var put = type.endsWith("Dashboard") ? "PutDashboard" : "PutCompositeAlarm";
        var delete = type.endsWith("Dashboard") ? "DeleteDashboards" : "DeleteAlarms";
        var shape =
                Shape.modelled(name)
                        .recorded(
                                body,
                                "ActionsEnabled",
                                "AlarmActions",
                                "AlarmDescription",
                                "OKActions",
                                "Tags")
                        .required(body)
                        .createOnly(name);
        var arnToo = type.endsWith("Alarm") ? shape.attributes("Arn") : shape;
        return new RecordedType(
                type,
                arnToo,
                new RecordedType.Rights(
                        "cloudwatch:" + put, "cloudwatch:" + put, "cloudwatch:" + delete),
                new RecordedType.Naming(
                        name,
                        255,
                        (id, scene) -> scene.arn("cloudwatch", kind + id),
                        (id, scene) ->
                                type.endsWith("Alarm")
                                        ? Map.of("Arn", scene.arn("cloudwatch", kind + id))
                                        : Map.of()));
    }
}
