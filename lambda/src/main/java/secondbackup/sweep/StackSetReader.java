package secondbackup.sweep;

import java.util.List;
import secondbackup.inventory.StackSetView;

/// Port. Looks at the StackSets that put ours into every account. Its edge is `aws.AwsStackSets`.
@FunctionalInterface
public interface StackSetReader {
    List<StackSetView> read();
}
