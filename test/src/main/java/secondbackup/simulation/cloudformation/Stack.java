package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One stack, as it stands and as it came about.
public final class Stack {
    public final String account;
    public final String region;
    public final String name;

    /// ARN that ends in the name and a UUID.
    public final String id;

    final SequencedMap<String, StackResource> resources = new LinkedHashMap<>();
    final List<StackEvent> events = new ArrayList<>();
    final TreeMap<String, String> outputs = new TreeMap<>();
    final TreeMap<String, Integer> attempts = new TreeMap<>();
    List<Step> stuck = List.of();
    StackStatus status = StackStatus.CREATE_COMPLETE;
    String reason = "";

    Stack(String account, String region, String name, String id) {
        this.account = account;
        this.region = region;
        this.name = name;
        this.id = id;
    }

    public StackStatus status() {
        return status;
    }

    /// Why the newest operation failed; empty where it did not.
    public String reason() {
        return reason;
    }

    /// In the order in which they were made.
    public List<StackResource> resources() {
        return List.copyOf(resources.values());
    }

    public Optional<StackResource> resource(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId));
    }

    /// Those of one type.
    ///
    /// @param type such as `AWS::IAM::Role`
    public List<StackResource> resources(String type) {
        return resources.values().stream().filter(one -> one.type().equals(type)).toList();
    }

    public SequencedMap<String, String> outputs() {
        return new TreeMap<>(outputs);
    }

    public List<StackEvent> events() {
        return List.copyOf(events);
    }

    /// Whether it exists: a deleted stack is only remembered.
    public boolean exists() {
        return status != StackStatus.DELETE_COMPLETE;
    }

    @Override
    public String toString() {
        return id + " " + status + (reason.isEmpty() ? "" : ": " + reason);
    }
}
