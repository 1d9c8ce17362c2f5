package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.wire.AwsError;

/// `AWS::Events::EventBusPolicy`: one statement of a bus's policy. The older properties `Action`, `Condition` and
/// `Principal` are unknown here.
record EventBusPolicyHolder(EventBuses buses) implements Holder {
    private static final String DIVIDER = "|";

    @Override
    public String name() {
        return "AWS::Events::EventBusPolicy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("EventBusName", "Statement", "StatementId")
                .required("Statement", "StatementId")
                .createOnly("EventBusName", "StatementId");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        var arn = scene.arn("events", "event-bus/" + busName(id));
        return verb == Verb.DELETE
                ? Right.on(arn, "events:RemovePermission")
                : Right.on(arn, "events:PutPermission");
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.text("EventBusName", EventBuses.DEFAULT)
                + DIVIDER
                + wanted.text("StatementId");
    }

    private static String busName(String id) {
        return id.substring(0, id.indexOf(DIVIDER));
    }

    private static String statementId(String id) {
        return id.substring(id.indexOf(DIVIDER) + 1);
    }

    private Optional<EventBuses.Bus> bus(String id, Scene scene) {
        return buses.find(scene.arn("events", "event-bus/" + busName(id)));
    }

    @Override
    public boolean there(String id, Scene scene) {
        return bus(id, scene)
                .filter(bus -> bus.statements.containsKey(statementId(id)))
                .isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var bus =
                bus(id, scene)
                        .orElseThrow(() ->
                                new AwsError(
                                        400,
                                        "ResourceNotFoundException",
                                        "Event bus " + busName(id) + " does not exist."));
        var statement = wanted.document("Statement");
        Policies.checkResource("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}");
        bus.statements.put(statementId(id), statement);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        bus(id, scene).ifPresent(bus -> bus.statements.remove(statementId(id)));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var read =
                Reading.begun()
                        .put("EventBusName", busName(id))
                        .put("StatementId", statementId(id));
        bus(id, scene)
                .ifPresent(bus ->
                        Reading.document(
                                read,
                                "Statement",
                                bus.statements.getOrDefault(statementId(id), "")));
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return new TreeMap<>();
    }
}
