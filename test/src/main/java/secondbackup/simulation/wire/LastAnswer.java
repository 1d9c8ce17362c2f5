package secondbackup.simulation.wire;

import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// The newest answer that a handler gave, for whoever compares it with what a client understood.
///
/// @param model as the handler made it; empty where it writes its protocol by hand
public record LastAnswer(Call call, Optional<SdkPojo> model, HttpAnswer http) {}
