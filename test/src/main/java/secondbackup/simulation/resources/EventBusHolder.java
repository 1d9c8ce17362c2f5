package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.events.EventBuses;
import secondbackup.simulation.iam.AccessRequest;

/// `AWS::Events::EventBus`. Its policy is of types of its own.
record EventBusHolder(EventBuses buses) implements Holder {
    @Override
    public String name() {
        return "AWS::Events::EventBus";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("Name")
                .recorded("Description", "KmsKeyIdentifier", "LogConfig", "Tags")
                .required("Name")
                .createOnly("Name")
                .within("Tags", "Key", "Value")
                .attributes("Arn", "Name");
    }

    private static String arn(String id, Scene scene) {
        return scene.arn("events", "event-bus/" + id);
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return switch (verb) {
            case CREATE -> Right.on(arn(id, scene), "events:CreateEventBus");
            case UPDATE -> Right.on(arn(id, scene), "events:UpdateEventBus");
            case DELETE -> Right.on(arn(id, scene), "events:DeleteEventBus");
        };
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.text("Name");
    }

    @Override
    public boolean there(String id, Scene scene) {
        return buses.find(arn(id, scene)).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        buses.make(scene.account(), scene.region(), id);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        buses.remove(arn(id, scene));
    }

    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        return Reading.begun().put("Name", id);
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", arn(id, scene), "Name", id));
    }
}
