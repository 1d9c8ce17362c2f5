package secondbackup.simulation.cloudformation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackSetOperationRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackSetOperationResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackInstancesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackInstancesResponse;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceComprehensiveStatus;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceFilter;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetOperation;

/// How StackSets stand, over the wire; they are made and changed by stacks alone. They are the management account's: to
/// whoever asks from another account, or in another Region, there are none.
///
/// Source: AWS CloudFormation API model, ListStackInstances (`MaxResults` of 1 to 100), StackInstanceSummary,
/// DescribeStackSetOperation, StackSetNotFoundException and OperationNotFoundException (404); Service Authorization
/// Reference, "AWS CloudFormation" (both on the StackSet); read 2026-11-27.
public final class StackSetOperations {
    private static final int LONGEST = 100;
    private static final String TOKEN = "after-";

    private final StackSets sets;

    public StackSetOperations(StackSets sets) {
        this.sets = sets;
    }

    public void register(Operations operations) {
        operations.on(
                ListStackInstancesRequest.class,
                (request, call) -> right("ListStackInstances", request.stackSetName(), call),
                this::list);
        operations.on(
                DescribeStackSetOperationRequest.class,
                (request, call) -> right("DescribeStackSetOperation", request.stackSetName(), call),
                this::describe);
    }

    private List<AccessRequest> right(String action, String name, Call call) {
        var id = find(name, call).map(set -> set.id).orElse(name + ":*");
        return List.of(
                AccessRequest.of(
                        "cloudformation:" + action,
                        "arn:aws:cloudformation:"
                                + call.region()
                                + ":"
                                + call.account()
                                + ":stackset/"
                                + id));
    }

    /// By name or id.
    private Optional<StackSet> find(String name, Call call) {
        return sets.all().stream()
                .filter(set -> set.name.equals(name) || set.id.equals(name))
                .filter(set -> set.arn.contains(":" + call.region() + ":" + call.account() + ":"))
                .findFirst();
    }

    private StackSet found(String name, Call call) {
        return find(name, call)
                .orElseThrow(() ->
                        new AwsError(
                                404,
                                "StackSetNotFoundException",
                                "StackSet " + name + " not found"));
    }

    private ListStackInstancesResponse list(ListStackInstancesRequest request, Call call) {
        var set = found(request.stackSetName(), call);
        var all =
                set.instances().stream()
                        .filter(one -> fits(request.stackInstanceAccount(), one.account))
                        .filter(one -> fits(request.stackInstanceRegion(), one.region))
                        .filter(one -> request.filters().stream().allMatch(test -> fits(test, one)))
                        .toList();
        var start = start(request.nextToken(), all.size());
        var end = Math.min(start + size(request.maxResults()), all.size());
        return ListStackInstancesResponse.builder()
                .summaries(all.subList(start, end).stream().map(one -> summary(set, one)).toList())
                .nextToken(end < all.size() ? TOKEN + end : null)
                .build();
    }

    private static boolean fits(@Nullable String asked, String has) {
        return asked == null || asked.equals(has);
    }

    private static boolean fits(StackInstanceFilter filter, StackInstance instance) {
        return switch (filter.name()) {
            case DETAILED_STATUS -> filter.values().equals(instance.detail().name());
            case LAST_OPERATION_ID -> filter.values().equals(instance.operation);
            case DRIFT_STATUS -> filter.values().equals("NOT_CHECKED");
            case null, default ->
                    throw new AwsError(
                            400, "ValidationError", "Unknown filter " + filter.nameAsString());
        };
    }

    private static int size(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > LONGEST)) {
            throw new AwsError(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value '"
                            + asked
                            + "' at 'maxResults' failed to satisfy constraint: Member must have value"
                            + " between 1 and 100");
        }
        return asked == null ? LONGEST : asked;
    }

    private static int start(@Nullable String token, int size) {
        if (token == null) {
            return 0;
        }
        if (!token.matches(TOKEN + "\\d{1,6}")) {
            throw new AwsError(400, "ValidationError", "The nextToken is invalid");
        }
        return Math.min(Integer.parseInt(token.substring(TOKEN.length())), size);
    }

    private static StackInstanceSummary summary(StackSet set, StackInstance instance) {
        return StackInstanceSummary.builder()
                .stackSetId(set.id)
                .account(instance.account)
                .region(instance.region)
                .organizationalUnitId(instance.unit)
                .stackId(instance.stack().map(stack -> stack.id).orElse(null))
                .status(instance.status().name())
                .statusReason(instance.reason().isEmpty() ? null : instance.reason())
                .stackInstanceStatus(
                        StackInstanceComprehensiveStatus.builder()
                                .detailedStatus(instance.detail().name())
                                .build())
                .driftStatus("NOT_CHECKED")
                .lastOperationId(instance.operation.isEmpty() ? null : instance.operation)
                .build();
    }

    private DescribeStackSetOperationResponse describe(
            DescribeStackSetOperationRequest request, Call call) {
        var set = found(request.stackSetName(), call);
        var operation =
                Optional.ofNullable(set.operations.get(request.operationId()))
                        .orElseThrow(() ->
                                new AwsError(
                                        404,
                                        "OperationNotFoundException",
                                        "Operation " + request.operationId() + " not found"));
        return DescribeStackSetOperationResponse.builder()
                .stackSetOperation(
                        StackSetOperation.builder()
                                .operationId(request.operationId())
                                .stackSetId(set.id)
                                .action(operation.action())
                                .status(operation.failed() ? "FAILED" : "SUCCEEDED")
                                .creationTimestamp(operation.at())
                                .endTimestamp(operation.at())
                                .build())
                .build();
    }
}
