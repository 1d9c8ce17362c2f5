package secondbackup.inventory;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One call of an AWS API, as AWS CloudTrail recorded it.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail record contents" and "CloudTrail userIdentity element", read
/// 2026-11-27.
///
/// @param account whose trail has it
/// @param service such as `backup`
/// @param name of the operation, such as `DeleteRecoveryPoint`
/// @param caller ARN of whoever called, or what else the record says of them
/// @param role name of the role that the caller had taken; empty where there was none
/// @param invokedBy the AWS service that called in somebody's place; empty where somebody called by himself
/// @param from address, or name of an AWS service
/// @param error AWS's error code; empty where the call was answered
/// @param parameters what the call named, as far as it is text
public record ApiCall(
        AccountId account,
        Region region,
        Instant at,
        String service,
        String name,
        String caller,
        Optional<String> role,
        Optional<String> invokedBy,
        String from,
        Optional<String> error,
        SortedMap<String, String> parameters) {
    public ApiCall {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
