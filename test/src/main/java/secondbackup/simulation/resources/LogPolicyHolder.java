package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.logs.LogGroups;

/// `AWS::Logs::ResourcePolicy` of an account's Region.
record LogPolicyHolder(LogGroups groups) implements Holder {
    @Override
    public String name() {
        return "AWS::Logs::ResourcePolicy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("PolicyDocument", "PolicyName")
                .required("PolicyDocument", "PolicyName")
                .createOnly("PolicyName");
    }

    @Override
    public List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene) {
        return Right.on(
                "*", verb == Verb.DELETE ? "logs:DeleteResourcePolicy" : "logs:PutResourcePolicy");
    }

    @Override
    public String id(Properties wanted, Scene scene) {
        return wanted.text("PolicyName");
    }

    private SortedMap<String, String> policies(Scene scene) {
        return groups.policies(scene.account(), scene.region());
    }

    @Override
    public boolean there(String id, Scene scene) {
        return policies(scene).containsKey(id);
    }

    @Override
    public void put(String id, Properties wanted, Scene scene) {
        var document = wanted.document("PolicyDocument");
        Policies.checkResource(document);
        policies(scene).put(id, document);
    }

    @Override
    public void remove(String id, Properties last, Scene scene) {
        policies(scene).remove(id);
    }

    /// A document that the template writes as a string is shown as one.
    @Override
    public ObjectNode read(String id, Properties last, Scene scene) {
        var read = Reading.begun().put("PolicyName", id);
        var document = policies(scene).getOrDefault(id, "");
        if (last.node("PolicyDocument").isTextual()) {
            return read.put("PolicyDocument", document);
        }
        Reading.document(read, "PolicyDocument", document);
        return read;
    }

    @Override
    public SortedMap<String, String> attributes(String id, Scene scene) {
        return new TreeMap<>();
    }
}
