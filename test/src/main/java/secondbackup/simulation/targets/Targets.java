package secondbackup.simulation.targets;

import java.util.TreeMap;
import secondbackup.simulation.iam.Arn;

/// The services that can be woken.
public final class Targets {
    /// A service's door for parcels.
    @FunctionalInterface
    public interface Target {
        Outcome take(Parcel parcel);
    }

    private final TreeMap<String, Target> byService = new TreeMap<>();

    /// @param service as ARNs name it, such as `sqs`
    ///
    /// Fails: IllegalStateException where it is registered already.
    public void register(String service, Target target) {
        if (byService.putIfAbsent(service, target) != null) {
            throw new IllegalStateException(service + " takes parcels already");
        }
    }

    /// Whether somebody takes parcels for such a resource.
    public boolean know(String arn) {
        return byService.containsKey(Arn.of(arn).service());
    }

    /// Hands a parcel over.
    ///
    /// Fails: IllegalArgumentException where nobody takes parcels for such a resource; [#know] tells before.
    public Outcome deliver(Parcel parcel) {
        var target = byService.get(Arn.of(parcel.targetArn()).service());
        if (target == null) {
            throw new IllegalArgumentException("nothing takes parcels for " + parcel.targetArn());
        }
        return target.take(parcel);
    }
}
