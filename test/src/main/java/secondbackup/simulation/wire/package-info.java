/// AWS's wire protocols, generic over the SDK's own model classes: rest-json, query and json 1.1, and
/// S3's few calls by hand. In process, behind an `SdkHttpClient`: no sockets, deterministic. Whoever wants
/// sockets puts them before [secondbackup.simulation.wire.WireServer].
///
/// It decodes a request, finds the caller, asks IAM, injects what faults are planned, counts the call,
/// lets the registered handler answer, and encodes the answer. It knows no service.
@NullMarked
package secondbackup.simulation.wire;

import org.jspecify.annotations.NullMarked;
