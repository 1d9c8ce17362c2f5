package secondbackup.simulation.cloudformation;

import java.util.List;

/// A template that is not understood here; nothing was made of it.
public final class BadTemplate extends IllegalArgumentException {
    private final transient List<String> problems;

    BadTemplate(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// All that is wrong, each by stack, resource and property.
    public List<String> problems() {
        return problems;
    }
}
