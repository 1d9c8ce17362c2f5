package secondbackup.simulation.cloudformation;

/// What an operation did to a stack's resource, so that it can be undone.
sealed interface Step {
    String logicalId();

    record Created(StackResource resource) implements Step {
        @Override
        public String logicalId() {
            return resource.logicalId();
        }
    }

    /// Also an update that failed: whatever part of it was done is brought back. AWS does not document that it does so;
    /// the events of stacks show it, and it is the harsher way.
    record Updated(StackResource before, StackResource after) implements Step {
        @Override
        public String logicalId() {
            return before.logicalId();
        }
    }

    record Replaced(StackResource before, StackResource after) implements Step {
        @Override
        public String logicalId() {
            return before.logicalId();
        }
    }
}
