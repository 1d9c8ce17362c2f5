package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.Roles;

/// `AWS::IAM::Policy`: one inline policy, put into roles. Users and groups are unknown here.
public final class InlinePolicyType implements ResourceType {
    private static final int ID_MOST = 128;

    private final Roles roles;

    public InlinePolicyType(Roles roles) {
        this.roles = roles;
    }

    @Override
    public String name() {
        return "AWS::IAM::Policy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("PolicyDocument", "PolicyName", "Roles")
                .required("PolicyDocument", "PolicyName", "Roles")
                .attributes("Id");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        Undo.unless(() -> put(wanted, scene), () -> remove(wanted, Properties.NONE, scene));
        return made(scene.generatedName(ID_MOST));
    }

    private static Made made(String id) {
        return Made.of(id, Map.of("Id", id));
    }

    private static void put(Properties wanted, Scene scene) {
        for (var role : wanted.texts("Roles")) {
            RolePolicies.put(
                    role, wanted.text("PolicyName"), wanted.document("PolicyDocument"), scene);
        }
    }

    /// Takes it from the roles that are to have it no more.
    private void remove(Properties before, Properties after, Scene scene) {
        var name = before.text("PolicyName");
        var renamed = !after.text("PolicyName", "").equals(name);
        for (var role : before.texts("Roles")) {
            var gone = renamed || !after.texts("Roles").contains(role);
            if (gone && policy(role, name, scene).isPresent()) {
                RolePolicies.delete(role, name, scene);
            }
        }
    }

    private Optional<String> policy(String role, String name, Scene scene) {
        return roles.find(scene.account(), role)
                .flatMap(found -> Optional.ofNullable(found.policies.get(name)));
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        put(change.after(), scene);
        remove(change.before(), change.after(), scene);
        return made(id);
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        remove(last, Properties.NONE, scene);
    }

    /// Gone where no role has it; where roles have different ones, the first that differs is shown.
    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        var name = last.text("PolicyName");
        var having =
                last.texts("Roles").stream()
                        .filter(role -> policy(role, name, scene).isPresent())
                        .toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        var said = last.document("PolicyDocument");
        var document =
                having.stream()
                        .map(role -> policy(role, name, scene).orElse(said))
                        .filter(one -> !one.equals(said))
                        .findFirst()
                        .orElse(said);
        var read = Reading.begun().put("PolicyName", name);
        Reading.texts(read, "Roles", having);
        Reading.document(read, "PolicyDocument", document);
        return Optional.of(read);
    }
}
