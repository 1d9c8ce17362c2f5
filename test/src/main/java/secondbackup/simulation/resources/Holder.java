package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.AccessRequest;

/// A resource type whose service has no operation of the SDK here: the type makes and changes what the service holds.
interface Holder {
    /// What is done to a resource.
    enum Verb {
        CREATE,
        UPDATE,
        DELETE
    }

    /// Such as `AWS::SQS::Queue`.
    String name();

    Shape shape();

    /// What whoever deploys needs.
    List<AccessRequest> rights(Verb verb, String id, Properties properties, Scene scene);

    /// What `Ref` gives of a resource that is about to be made.
    String id(Properties wanted, Scene scene);

    boolean there(String id, Scene scene);

    /// Makes it, or makes what is there as it is wanted.
    void put(String id, Properties wanted, Scene scene);

    void remove(String id, Properties last, Scene scene);

    /// How it stands; asked only where it is there.
    ObjectNode read(String id, Properties last, Scene scene);

    SortedMap<String, String> attributes(String id, Scene scene);
}
