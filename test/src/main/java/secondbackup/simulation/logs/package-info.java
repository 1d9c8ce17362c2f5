/// Amazon CloudWatch Logs: log groups, who may write to them, and what EventBridge wrote there. The logs of functions are
/// with the functions.
@NullMarked
package secondbackup.simulation.logs;

import org.jspecify.annotations.NullMarked;
