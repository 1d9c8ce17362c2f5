package secondbackup.simulation.cloudformation;

import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.DirectCalls;

/// Makes, changes and deletes single resources of a stack, and writes its history.
record Workshop(
        Stack stack,
        Principal principal,
        ResourceTypes types,
        Facts facts,
        DirectCalls calls,
        Chance chance,
        SimulatedTime time) {

    /// A resource that could not be brought to where it should be.
    static final class Failed extends Exception {
        private final String logicalId;

        private Failed(String logicalId, String reason) {
            super(reason);
            this.logicalId = logicalId;
        }

        String logicalId() {
            return logicalId;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    Scene scene(String logicalId) {
        return new Scene(
                principal,
                stack.region,
                stack.name,
                stack.id,
                logicalId,
                stack.attempts.getOrDefault(logicalId, 0),
                calls,
                chance,
                time);
    }

    StackResource create(Declared declared, Properties wanted, Dependencies needs) throws Failed {
        var id = declared.logicalId();
        var type = types.get(declared.type());
        stack.attempts.merge(id, 1, Integer::sum);
        try {
            var made = complete(type, type.create(wanted, scene(id)));
            var resource = resource(declared, wanted, needs, made);
            facts.record(stack, type, made.physicalId(), new Change(Properties.NONE, wanted));
            note(resource, "CREATE_COMPLETE", "");
            return resource;
        } catch (AwsError | IllegalArgumentException refused) {
            throw failed(id, declared.type(), "", "CREATE_FAILED", refused);
        }
    }

    static StackResource resource(
            Declared declared, Properties properties, Dependencies needs, Made made) {
        return new StackResource(
                declared.logicalId(),
                declared.type(),
                made,
                properties,
                needs.of(declared),
                declared.onDelete(),
                declared.onReplace());
    }

    private static Made complete(ResourceType type, Made made) {
        if (!made.attributes().keySet().equals(type.shape().attributes())) {
            throw new IllegalStateException(
                    type.name()
                            + " made "
                            + made.attributes().keySet()
                            + ", but its attributes are "
                            + type.shape().attributes());
        }
        return made;
    }

    /// @return what the type made of it
    Made update(StackResource resource, Properties wanted) throws Failed {
        var type = types.get(resource.type());
        var change = new Change(resource.properties(), wanted);
        try {
            var made =
                    complete(
                            type,
                            type.update(
                                    resource.physicalId(), change, scene(resource.logicalId())));
            facts.record(stack, type, resource.physicalId(), change);
            note(resource, "UPDATE_COMPLETE", "");
            return made;
        } catch (AwsError | IllegalArgumentException refused) {
            throw failed(
                    resource.logicalId(),
                    resource.type(),
                    resource.physicalId(),
                    "UPDATE_FAILED",
                    refused);
        }
    }

    void delete(StackResource resource) throws Failed {
        try {
            types.get(resource.type())
                    .delete(
                            resource.physicalId(),
                            resource.properties(),
                            scene(resource.logicalId()));
            facts.forget(stack, resource);
            note(resource, "DELETE_COMPLETE", "");
        } catch (AwsError | IllegalArgumentException refused) {
            throw failed(
                    resource.logicalId(),
                    resource.type(),
                    resource.physicalId(),
                    "DELETE_FAILED",
                    refused);
        }
    }

    /// An expression of a resource that has no value.
    Failed unresolved(Declared declared, IllegalArgumentException bad) {
        return failed(declared.logicalId(), declared.type(), "", "CREATE_FAILED", bad);
    }

    /// An output that has no value, or whose name is taken.
    Failed untold(String output, IllegalArgumentException bad) {
        return failed(output, "Output", "", "CREATE_FAILED", bad);
    }

    void keep(StackResource resource) {
        note(resource, "DELETE_SKIPPED", "");
    }

    private Failed failed(
            String id, String type, String physicalId, String status, RuntimeException refused) {
        var reason = reason(refused);
        note(id, type, physicalId, status, reason);
        return new Failed(id, reason);
    }

    /// In the form of the handlers of CloudFormation's registry, as seen in stacks' events.
    private static String reason(RuntimeException refused) {
        if (refused instanceof AwsError error) {
            return "Resource handler returned message: \""
                    + error.message()
                    + " (Status Code: "
                    + error.status()
                    + ", Error Code: "
                    + error.code()
                    + ")\"";
        }
        return "Properties validation failed: " + refused.getMessage();
    }

    void note(StackResource resource, String status, String reason) {
        note(resource.logicalId(), resource.type(), resource.physicalId(), status, reason);
    }

    void note(String id, String type, String physicalId, String status, String reason) {
        stack.events.add(new StackEvent(time.instant(), id, type, physicalId, status, reason));
    }

    /// A stack's own line.
    void end(StackStatus status, String reason) {
        stack.status = status;
        stack.reason = reason;
        note(stack.name, "AWS::CloudFormation::Stack", stack.id, status.name(), reason);
    }
}
