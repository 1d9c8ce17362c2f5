package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.resources.Holder.Verb;
import secondbackup.simulation.wire.AwsError;

/// A resource type of a [Holder].
record HeldType(Holder holder) implements ResourceType {
    @Override
    public String name() {
        return holder.name();
    }

    @Override
    public Shape shape() {
        return holder.shape();
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var id = holder.id(wanted, scene);
        need(Verb.CREATE, id, wanted, scene);
        if (holder.there(id, scene)) {
            throw new AwsError(
                    400,
                    "AlreadyExists",
                    "Resource of type '"
                            + name()
                            + "' with identifier '"
                            + id
                            + "' already exists.");
        }
        holder.put(id, wanted, scene);
        return new Made(id, holder.attributes(id, scene));
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        need(Verb.UPDATE, id, change.after(), scene);
        if (!holder.there(id, scene)) {
            throw new AwsError(404, "NotFound", name() + " " + id + " is not there");
        }
        holder.put(id, change.after(), scene);
        return new Made(id, holder.attributes(id, scene));
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        if (holder.there(id, scene)) {
            need(Verb.DELETE, id, last, scene);
            holder.remove(id, last, scene);
        }
    }

    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        return holder.there(id, scene)
                ? Optional.of(holder.read(id, last, scene))
                : Optional.empty();
    }

    private void need(Verb verb, String id, Properties properties, Scene scene) {
        holder.rights(verb, id, properties, scene).forEach(scene::need);
    }
}
