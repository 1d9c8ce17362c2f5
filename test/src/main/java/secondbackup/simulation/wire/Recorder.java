package secondbackup.simulation.wire;

import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// Hears of every call by a known caller that reached an operation, after it was answered or refused.
@FunctionalInterface
public interface Recorder {
    /// @param request as it was read; empty where its protocol is read by hand
    /// @param error what it was answered, if it was refused
    void record(Call call, Optional<SdkPojo> request, Optional<AwsError> error);
}
