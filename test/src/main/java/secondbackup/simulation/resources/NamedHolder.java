package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.logs.LogGroups;
import secondbackup.simulation.scheduler.Schedules;

/// Types that are nothing but a name: groups of schedules, groups of logs.
///
/// @param property that names it
/// @param arn service and resource of the ARN, before the name
/// @param suffix of the ARN that `Fn::GetAtt` gives
/// @param actions to make, change and delete it
record NamedHolder(
        String name,
        Shape shape,
        String property,
        List<String> arn,
        String suffix,
        List<String> actions,
        Predicate<String> there,
        Consumer<String> make,
        Consumer<String> drop)
        implements Holder {
    private static final int NAME_MOST = 64;

    /// `AWS::Scheduler::ScheduleGroup`. That its schedules go with it is not modelled.
    static NamedHolder scheduleGroup(Schedules schedules) {
        return new NamedHolder(
                "AWS::Scheduler::ScheduleGroup",
                Shape.modelled("Name")
                        .recorded("Tags")
                        .createOnly("Name")
                        .within("Tags", "Key", "Value")
                        .attributes("Arn"),
                "Name",
                List.of("scheduler", "schedule-group/"),
                "",
                List.of(
                        "scheduler:CreateScheduleGroup",
                        "scheduler:TagResource",
                        "scheduler:DeleteScheduleGroup"),
                schedules::hasGroup,
                schedules::putGroup,
                schedules::removeGroup);
    }

    /// `AWS::Logs::LogGroup`.
    static NamedHolder logGroup(LogGroups groups) {
        return new NamedHolder(
                "AWS::Logs::LogGroup",
                Shape.modelled("LogGroupName")
                        .recorded("KmsKeyId", "LogGroupClass", "RetentionInDays", "Tags")
                        .createOnly("LogGroupName")
                        .within("Tags", "Key", "Value")
                        .attributes("Arn"),
                "LogGroupName",
                List.of("logs", "log-group:"),
                ":*",
                List.of("logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:DeleteLogGroup"),
                arn -> groups.find(arn).isPresent(),
                groups::put,
                groups::remove);
    }

    private String arn(String id, Scene scene) {
        return scene.arn(arn.getFirst(), arn.getLast() + id);
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                arn(id, scene),
                switch (verb) {
                    case CREATE -> actions.getFirst();
                    case UPDATE -> actions.get(1);
                    case DELETE -> actions.getLast();
                });
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.has(property) ? wanted.text(property) : scene.generatedName(NAME_MOST);
    }

    @Override
    public boolean there(String id, Scene scene) {
        return there.test(arn(id, scene));
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        make.accept(arn(id, scene));
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        drop.accept(arn(id, scene));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        return Reading.begun().put(property, id);
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", arn(id, scene) + suffix));
    }
}
