package secondbackup.copy;

import java.util.List;

/// What starts now, and what is due but finds no slot. Both in the order of urgency.
public record CopyPlan(List<CopyOrder> now, List<CopyOrder> waiting) {
    public CopyPlan {
        now = List.copyOf(now);
        waiting = List.copyOf(waiting);
    }
}
