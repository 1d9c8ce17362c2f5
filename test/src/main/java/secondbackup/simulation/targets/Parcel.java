package secondbackup.simulation.targets;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.ServiceCaller;

/// Something for a resource.
///
/// @param caller who brings it
/// @param targetArn such as that of a queue
/// @param content JSON of an event, or the text of a message
/// @param attributes what goes beside it, such as the subject of a message
public record Parcel(
        ServiceCaller caller,
        String targetArn,
        String content,
        SortedMap<String, String> attributes) {
    public Parcel {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static Parcel of(ServiceCaller caller, String targetArn, String content) {
        return new Parcel(caller, targetArn, content, Collections.emptySortedMap());
    }
}
