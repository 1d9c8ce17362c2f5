package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// One type of resource that templates may hold: what it may say, and how it is made, changed, deleted and read.
///
/// Whatever it does, it does by [Scene#call] or after [Scene#need]: in the name of whoever deploys. A refusal is an
/// [secondbackup.simulation.wire.AwsError]; CloudFormation rolls back.
public interface ResourceType {
    /// Such as `AWS::IAM::Role`.
    String name();

    /// The properties and attributes that it knows. A template that says anything else is refused whole.
    Shape shape();

    /// Makes the resource with all that its properties ask for.
    ///
    /// A type that fails half-way undoes what it did; CloudFormation knows nothing of it yet.
    ///
    /// @param wanted with all intrinsic functions resolved
    Made create(Properties wanted, Scene scene);

    /// Changes a resource in place, also where only recorded properties differ, for which it may have to ask for rights.
    /// Never asked for a change of a create-only property. After a failure it is asked to go back from `after` to
    /// `before`, whatever part of the change was done.
    ///
    /// @param physicalId as [#create] gave it; it stays
    Made update(String physicalId, Change change, Scene scene);

    /// Deletes it. One that is gone already is no failure: say nothing then.
    ///
    /// @param last its properties as they were deployed last
    void delete(String physicalId, Properties last, Scene scene);

    /// The modelled properties as they truly stand, in the form that templates write them; those that have no value
    /// are absent. Asks for no right: it is for detecting drift and for tests.
    ///
    /// @param last its properties as they were deployed last
    /// @return empty where the resource is gone
    Optional<ObjectNode> read(String physicalId, Properties last, Scene scene);
}
