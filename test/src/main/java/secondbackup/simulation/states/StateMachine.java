package secondbackup.simulation.states;

import java.util.ArrayList;
import java.util.List;

/// One state machine, of the standard type.
public final class StateMachine {
    public final String account;
    public final String region;
    public final String name;
    public String roleArn;

    private String text;
    private Definition definition;
    final List<Execution> executions = new ArrayList<>();

    /// Fails: IllegalArgumentException with every problem of the definition.
    public StateMachine(
            String account, String region, String name, String roleArn, String definition) {
        this.account = account;
        this.region = region;
        this.name = name;
        this.roleArn = roleArn;
        this.text = definition;
        this.definition = Definition.of(definition);
    }

    public String arn() {
        return "arn:aws:states:" + region + ":" + account + ":stateMachine:" + name;
    }

    /// Executions that are running keep the definition that they began with.
    ///
    /// Fails: IllegalArgumentException with every problem of the definition.
    public void define(String next) {
        definition = Definition.of(next);
        text = next;
    }

    /// As it was given.
    public String text() {
        return text;
    }

    Definition definition() {
        return definition;
    }

    /// All of them, oldest first.
    public List<Execution> executions() {
        return List.copyOf(executions);
    }
}
