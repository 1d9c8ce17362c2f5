package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.scheduler.Schedule;
import secondbackup.simulation.scheduler.Schedules;
import secondbackup.simulation.wire.AwsError;

/// `AWS::Scheduler::Schedule` with its flexible window off. Parameters of single kinds of targets are unknown here.
record ScheduleHolder(Schedules schedules) implements Holder {
    private static final int NAME_MOST = 64;
    private static final Schedule.Target STANDARD = Schedule.Target.of("", "", "");

    @Override
    public String name() {
        return "AWS::Scheduler::Schedule";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "EndDate",
                        "FlexibleTimeWindow",
                        "GroupName",
                        "Name",
                        "ScheduleExpression",
                        "ScheduleExpressionTimezone",
                        "StartDate",
                        "State",
                        "Target")
                .recorded("Description", "KmsKeyArn")
                .required("FlexibleTimeWindow", "ScheduleExpression", "Target")
                .createOnly("Name")
                .within("FlexibleTimeWindow", "Mode")
                .within("Target", "Arn", "DeadLetterConfig", "Input", "RetryPolicy", "RoleArn")
                .within("Target.DeadLetterConfig", "Arn")
                .within("Target.RetryPolicy", "MaximumEventAgeInSeconds", "MaximumRetryAttempts")
                .attributes("Arn");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        var arn = arn(id, properties, scene);
        var role = properties.within("Target").text("RoleArn");
        return switch (verb) {
            case CREATE ->
                    Right.passing(
                            role,
                            "scheduler.amazonaws.com",
                            Right.on(arn, "scheduler:CreateSchedule"));
            case UPDATE ->
                    Right.passing(
                            role,
                            "scheduler.amazonaws.com",
                            Right.on(arn, "scheduler:UpdateSchedule"));
            case DELETE -> Right.on(arn, "scheduler:DeleteSchedule");
        };
    }

    private static String group(Properties properties) {
        return properties.text("GroupName", Schedules.DEFAULT_GROUP);
    }

    private static String arn(String id, Properties properties, Scene scene) {
        return scene.arn("scheduler", "schedule/" + group(properties) + "/" + id);
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.has("Name") ? wanted.text("Name") : scene.generatedName(NAME_MOST);
    }

    /// A name may be used once in each group; CloudFormation knows a schedule by its name alone.
    private Optional<Schedule> find(String id, Scene scene) {
        return schedules.all().stream()
                .filter(schedule -> schedule.account.equals(scene.account()))
                .filter(schedule -> schedule.region.equals(scene.region()))
                .filter(schedule -> schedule.name.equals(id))
                .findFirst();
    }

    @Override
    public boolean there(String id, Scene scene) {
        return find(id, scene).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        if (!wanted.within("FlexibleTimeWindow").text("Mode").equals("OFF")) {
            throw new IllegalArgumentException(
                    "property FlexibleTimeWindow.Mode must be OFF here: " + id);
        }
        var group = group(wanted);
        var groupArn = scene.arn("scheduler", "schedule-group/" + group);
        if (!group.equals(Schedules.DEFAULT_GROUP) && !schedules.hasGroup(groupArn)) {
            throw new AwsError(
                    404,
                    "ResourceNotFoundException",
                    "Schedule group " + group + " does not exist.");
        }
        var schedule =
                new Schedule(
                        scene.account(),
                        scene.region(),
                        group,
                        id,
                        wanted.text("ScheduleExpression"),
                        wanted.text("ScheduleExpressionTimezone", "UTC"),
                        target(wanted.within("Target")));
        schedule.enabled = wanted.text("State", "ENABLED").equals("ENABLED");
        schedule.startsAt = date(wanted, "StartDate");
        schedule.endsAt = date(wanted, "EndDate");
        find(id, scene).ifPresent(before -> schedules.remove(before.arn()));
        schedules.put(schedule);
    }

    private static Optional<Instant> date(Properties wanted, String name) {
        return wanted.has(name) ? Optional.of(Instant.parse(wanted.text(name))) : Optional.empty();
    }

    private static Schedule.Target target(Properties target) {
        var retries = target.within("RetryPolicy");
        return new Schedule.Target(
                target.text("Arn"),
                target.text("RoleArn"),
                target.text("Input", ""),
                retries.has("MaximumRetryAttempts")
                        ? (int) retries.number("MaximumRetryAttempts")
                        : STANDARD.retriesMax(),
                retries.has("MaximumEventAgeInSeconds")
                        ? Duration.ofSeconds(retries.number("MaximumEventAgeInSeconds"))
                        : STANDARD.ageMax(),
                target.within("DeadLetterConfig").text("Arn", ""));
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        find(id, scene).ifPresent(schedule -> schedules.remove(schedule.arn()));
    }

    /// The target is shown as the template has it, as long as it is that of the template.
    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var schedule = find(id, scene).orElseThrow();
        var read = last.all().deepCopy();
        if (!schedule.target.equals(target(last.within("Target")))) {
            read.putObject("Target")
                    .put("Arn", schedule.target.arn())
                    .put("RoleArn", schedule.target.roleArn());
        }
        return read.put("ScheduleExpression", schedule.expression)
                .put("ScheduleExpressionTimezone", schedule.zone)
                .put("State", schedule.enabled ? "ENABLED" : "DISABLED");
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", find(id, scene).orElseThrow().arn()));
    }
}
