package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.states.StateMachine;
import secondbackup.simulation.states.StateMachines;

/// `AWS::StepFunctions::StateMachine` of the standard type, with its definition in the template. Definitions in S3 are
/// unknown here.
record StateMachineHolder(StateMachines machines) implements Holder {
    private static final int NAME_MOST = 80;

    @Override
    public String name() {
        return "AWS::StepFunctions::StateMachine";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "Definition",
                        "DefinitionString",
                        "DefinitionSubstitutions",
                        "RoleArn",
                        "StateMachineName",
                        "StateMachineType")
                .recorded(
                        "EncryptionConfiguration",
                        "LoggingConfiguration",
                        "Tags",
                        "TracingConfiguration")
                .required("RoleArn")
                .createOnly("StateMachineName", "StateMachineType")
                .within("Tags", "Key", "Value")
                .within("TracingConfiguration", "Enabled")
                .attributes("Arn", "Name");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return switch (verb) {
            case CREATE -> passing(properties, Right.on(id, "states:CreateStateMachine"));
            case UPDATE -> passing(properties, Right.on(id, "states:UpdateStateMachine"));
            case DELETE -> Right.on(id, "states:DeleteStateMachine");
        };
    }

    private static List<AccessRequest> passing(Properties properties, List<AccessRequest> rights) {
        return Right.passing(properties.text("RoleArn"), "states.amazonaws.com", rights);
    }

    /// A state machine goes by its ARN.
    @Override
    public String id(Properties wanted, Scene scene) {
        var name =
                wanted.has("StateMachineName")
                        ? wanted.text("StateMachineName")
                        : scene.generatedName(NAME_MOST);
        return scene.arn("states", "stateMachine:" + name);
    }

    @Override
    public boolean there(String id, Scene scene) {
        return machines.find(id).isPresent();
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        if (!wanted.text("StateMachineType", "STANDARD").equals("STANDARD")) {
            throw new IllegalArgumentException(
                    "property StateMachineType must be STANDARD here: " + id);
        }
        var definition = definition(wanted);
        var name = id.substring(id.lastIndexOf(':') + 1);
        var machine = machines.find(id);
        if (machine.isPresent()) {
            machine.get().define(definition);
            machine.get().roleArn = wanted.text("RoleArn");
        } else {
            machines.put(
                    new StateMachine(
                            scene.account(),
                            scene.region(),
                            name,
                            wanted.text("RoleArn"),
                            definition));
        }
    }

    private static String definition(Properties wanted) {
        if (wanted.has("Definition") == wanted.has("DefinitionString")) {
            throw new IllegalArgumentException("needs either Definition or DefinitionString");
        }
        var text =
                wanted.has("Definition")
                        ? wanted.document("Definition")
                        : wanted.text("DefinitionString");
        var values = wanted.within("DefinitionSubstitutions");
        for (var name : values.names()) {
            text = text.replace("${" + name + "}", values.text(name));
        }
        return text;
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        machines.remove(id);
    }

    /// The definition is shown as the template has it, as long as it is that of the template.
    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var machine = machines.find(id).orElseThrow();
        var read = last.all().deepCopy();
        if (!machine.text().equals(definition(last))) {
            read.remove("Definition");
            read.put("DefinitionString", machine.text());
        }
        return read.put("RoleArn", machine.roleArn).put("StateMachineName", machine.name);
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return Right.sorted(Map.of("Arn", id, "Name", id.substring(id.lastIndexOf(':') + 1)));
    }
}
