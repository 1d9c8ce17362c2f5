package secondbackup.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import secondbackup.simulation.physics.Switches;

/// The open questions of AWS, answered otherwise.
public final class Worlds {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Worlds() {}

    /// The likely answers, but for one.
    ///
    /// @param name of a component of [Switches]
    public static Switches with(String name, Object value) {
        return with(Switches.likely(), name, value);
    }

    /// Given answers, but for one.
    ///
    /// @param name of a component of [Switches]
    public static Switches with(Switches switches, String name, Object value) {
        ObjectNode tree = JSON.valueToTree(switches);
        if (!tree.has(name)) {
            throw new IllegalArgumentException("no switch is named " + name);
        }
        tree.set(name, JSON.valueToTree(value));
        return JSON.convertValue(tree, Switches.class);
    }
}
