package secondbackup.simulation.world;

import secondbackup.simulation.cloudwatch.AlarmWrites;
import secondbackup.simulation.cloudwatch.Alarms;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.cloudwatch.PutMetrics;
import secondbackup.simulation.events.BestEffort;
import secondbackup.simulation.events.CloudTrailEvents;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.events.EventRouter;
import secondbackup.simulation.events.Events;
import secondbackup.simulation.events.ObjectEvents;
import secondbackup.simulation.events.RuleWrites;
import secondbackup.simulation.iam.ServiceCalls;
import secondbackup.simulation.lambda.EventInvocations;
import secondbackup.simulation.lambda.Functions;
import secondbackup.simulation.lambda.Invoker;
import secondbackup.simulation.lambda.QueueMappings;
import secondbackup.simulation.logs.LogGroups;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.resources.RunCatalog;
import secondbackup.simulation.scheduler.Schedules;
import secondbackup.simulation.scheduler.UniversalTargets;
import secondbackup.simulation.sns.SubscriptionWrites;
import secondbackup.simulation.sns.Topics;
import secondbackup.simulation.sqs.Queues;
import secondbackup.simulation.states.StateMachines;
import secondbackup.simulation.targets.Targets;
import secondbackup.simulation.wire.Operations;

/// The services that run and wake a deployed product: buses, queues, topics, alarms, functions, state machines and
/// schedules of all accounts, joined with each other. Nothing is in them until somebody deploys it.
public final class Machinery {
    private final Events events = new Events();
    private final BestEffort backupEvents;
    private final Targets targets = new Targets();
    private final EventBuses buses = new EventBuses();
    private final EventRouter router;
    private final Metrics metrics;
    private final Alarms alarms;
    private final Queues queues;
    private final Topics topics;
    private final LogGroups logGroups;
    private final Functions functions;
    private final Invoker invoker;
    private final EventInvocations eventInvocations;
    private final QueueMappings queueMappings;
    private final StateMachines stateMachines;
    private final Schedules schedules;
    private final Organization organization;
    private final Chance chance;
    private final SimulatedTime time;

    /// @param of an organization that has everything else; its server may come later
    Machinery(SimulatedOrganization of) {
        this.organization = of.organization();
        this.chance = of.chance();
        this.time = of.time();
        this.backupEvents = new BestEffort(time, chance);
        this.metrics = new Metrics(time);
        var calls = new ServiceCalls(of.access(), of.roles());
        this.router = new EventRouter(buses, targets, calls, metrics, organization::regionEnabled);
        this.alarms = new Alarms(metrics, targets, time);
        this.queues = new Queues(calls, metrics, chance, time);
        this.topics = new Topics(calls, targets, of.keys(), metrics, chance, time);
        this.logGroups = new LogGroups(calls, time);
        this.functions = new Functions(calls);
        this.invoker =
                new Invoker(
                        functions,
                        of.roles(),
                        of.access(),
                        of.sessions(),
                        metrics,
                        chance,
                        time,
                        action -> of.server().meanwhile(action));
        this.eventInvocations = new EventInvocations(invoker, targets);
        this.queueMappings = new QueueMappings(invoker, queues, calls);
        this.stateMachines =
                new StateMachines(invoker, targets, of.buckets(), calls, metrics, chance, time);
        this.schedules = new Schedules(targets, metrics, organization::regionEnabled, time);
        targets.register("sqs", queues::take);
        targets.register("sns", topics::take);
        targets.register("logs", logGroups::take);
        targets.register("lambda", eventInvocations::take);
        targets.register("states", stateMachines::take);
        targets.register(
                "scheduler",
                parcel ->
                        new UniversalTargets(calls, of.cloudFormation().deployments().calls())
                                .take(parcel));
        router.hear(events, backupEvents);
        new ObjectEvents(buses, router, chance, time).hear(of.buckets());
    }

    void register(Operations operations) {
        new PutMetrics(metrics, time).register(operations);
        new AlarmWrites(alarms).register(operations);
        new RuleWrites(buses).register(operations);
        new SubscriptionWrites(topics).register(operations);
    }

    /// The resource types of all this.
    RunCatalog catalog() {
        return new RunCatalog(
                buses,
                targets,
                queues,
                topics,
                alarms,
                functions,
                queueMappings,
                stateMachines,
                schedules,
                logGroups);
    }

    /// Lets AWS CloudTrail hear every call, whether it came over the wire or CloudFormation made it.
    void record(SimulatedOrganization of) {
        var trail = new CloudTrailEvents(of.trails(), organization, buses, router, chance, time);
        of.server().recordTo(trail);
        of.cloudFormation().deployments().calls().recordTo(trail);
    }

    public Events events() {
        return events;
    }

    /// How well AWS Backup's events come is set here.
    public BestEffort backupEvents() {
        return backupEvents;
    }

    public Targets targets() {
        return targets;
    }

    public EventBuses buses() {
        return buses;
    }

    public EventRouter router() {
        return router;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Alarms alarms() {
        return alarms;
    }

    public Queues queues() {
        return queues;
    }

    public Topics topics() {
        return topics;
    }

    public LogGroups logGroups() {
        return logGroups;
    }

    public Functions functions() {
        return functions;
    }

    /// Runs functions; [Invoker#runBy] says who runs their code.
    public Invoker invoker() {
        return invoker;
    }

    public EventInvocations eventInvocations() {
        return eventInvocations;
    }

    public QueueMappings queueMappings() {
        return queueMappings;
    }

    public StateMachines stateMachines() {
        return stateMachines;
    }

    public Schedules schedules() {
        return schedules;
    }
}
