package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.wire.AwsError;

/// A resource of a service that nobody simulates: it exists by its name, its properties are recorded, and whoever makes
/// it needs the rights.
final class RecordedType implements ResourceType {
    /// @param make right to make it
    /// @param change right to change it
    /// @param delete right to delete it
    record Rights(String make, String change, String delete) {}

    /// How the resource is named.
    ///
    /// @param property that names it
    /// @param longest name that the service allows
    /// @param arn of the name, in a scene
    /// @param attributes of the name, in a scene
    record Naming(
            String property,
            int longest,
            BiFunction<String, Scene, String> arn,
            BiFunction<String, Scene, Map<String, String>> attributes) {}

    private final String name;
    private final Shape shape;
    private final Rights rights;
    private final Naming naming;
    private final TreeSet<String> there = new TreeSet<>();

    RecordedType(String name, Shape shape, Rights rights, Naming naming) {
        this.name = name;
        this.shape = shape;
        this.rights = rights;
        this.naming = naming;
    }

    /// `AWS::CDK::Metadata`, which is nothing but a note.
    ///
    /// Source: AWS CDK Developer Guide, "Configure AWS CDK usage data reporting", read 2026-11-27.
    static RecordedType cdkMetadata() {
        return new RecordedType(
                "AWS::CDK::Metadata",
                Shape.EMPTY.recorded("Analytics"),
                new Rights("", "", ""),
                new Naming("", 64, (_, _) -> "*", (_, _) -> Map.of()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    private String key(String id, Scene scene) {
        return scene.account() + "/" + scene.region() + "/" + id;
    }

    private void need(String right, String id, Scene scene) {
        if (!right.isEmpty()) {
            scene.need(naming.arn().apply(id, scene), right);
        }
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var id =
                wanted.has(naming.property())
                        ? wanted.text(naming.property())
                        : scene.generatedName(naming.longest());
        need(rights.make(), id, scene);
        if (!there.add(key(id, scene))) {
            throw new AwsError(
                    400,
                    "AlreadyExists",
                    "Resource of type '" + name + "' with identifier '" + id + "' already exists.");
        }
        return Made.of(id, naming.attributes().apply(id, scene));
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        need(rights.change(), id, scene);
        return Made.of(id, naming.attributes().apply(id, scene));
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        if (there.contains(key(id, scene))) {
            need(rights.delete(), id, scene);
            there.remove(key(id, scene));
        }
    }

    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        if (!there.contains(key(id, scene))) {
            return Optional.empty();
        }
        var read = Reading.begun();
        Reading.text(read, naming.property(), naming.property().isEmpty() ? "" : id);
        return Optional.of(read);
    }
}
