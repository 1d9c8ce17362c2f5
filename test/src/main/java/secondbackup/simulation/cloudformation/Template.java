package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SequencedMap;

/// A template that was read, its sections apart. [TemplateReader] makes it.
record Template(
        ObjectNode parameters,
        ObjectNode mappings,
        ObjectNode conditions,
        ObjectNode rules,
        SequencedMap<String, Declared> resources,
        ObjectNode outputs,
        JsonNode whole) {}
