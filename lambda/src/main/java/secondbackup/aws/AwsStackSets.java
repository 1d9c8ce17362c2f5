package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.inventory.StackSetView;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;
import secondbackup.sweep.StackSetReader;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OperationNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.StackInstanceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSetNotFoundException;

/// Reads the StackSets of ours in the management account, with a role there that can do nothing else: as many calls as
/// they have hundreds of instances, and one for each operation that left some of them behind. A delegated administrator
/// of StackSets could read them too, and put what it likes into every account, so there is none.
///
/// Source: AWS CloudFormation API, `ListStackInstances` (100 a page), `StackInstanceSummary` and
/// `DescribeStackSetOperation`; User Guide, "Register a delegated administrator member account"; read 2026-11-27.
public final class AwsStackSets implements StackSetReader {
    private static final int PAGE = 100;

    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;

    public AwsStackSets(AwsConnection connection, RoleSessions sessions, Estate estate) {
        this.connection = connection;
        this.sessions = sessions;
        this.estate = estate;
    }

    @Override
    public List<StackSetView> read() {
        var management = estate.managementAccount();
        return switch (sessions.open(management, Members.STACKS_READER)) {
            case RoleSessions.Session.Refused refused -> {
                var cause = refused.cause(RoleSessions.role(management, Members.STACKS_READER));
                yield Members.STACK_SETS.stream()
                        .<StackSetView>map(name -> new StackSetView.Unreadable(name, cause))
                        .toList();
            }
            case RoleSessions.Session.Open(var credentials) ->
                    Members.STACK_SETS.stream().map(name -> read(name, credentials)).toList();
        };
    }

    private StackSetView read(String name, AwsCredentialsProvider credentials) {
        return Attempt.orElse(
                () -> new OneSet(name, credentials).look(),
                failure -> new StackSetView.Unreadable(name, failure.cause()));
    }

    private final class OneSet {
        private final String name;
        private final AwsCredentialsProvider credentials;
        private final CloudFormationClient client = connection.cloudFormation(estate.homeRegion());
        private final Map<String, Optional<Instant>> operations = new TreeMap<>();

        OneSet(String name, AwsCredentialsProvider credentials) {
            this.name = name;
            this.credentials = credentials;
        }

        StackSetView look() {
            try {
                return new StackSetView.Seen(
                        name,
                        client
                                .listStackInstancesPaginator(request ->
                                        request.stackSetName(name)
                                                .maxResults(PAGE)
                                                .overrideConfiguration(rights ->
                                                        rights.credentialsProvider(credentials)))
                                .stream()
                                .flatMap(page -> page.summaries().stream())
                                .map(this::instance)
                                .toList());
            } catch (StackSetNotFoundException _) {
                return new StackSetView.Absent(name);
            }
        }

        private StackSetView.Instance instance(StackInstanceSummary summary) {
            var status = orEmpty(summary.statusAsString());
            return new StackSetView.Instance(
                    new AccountId(required(summary.account(), "StackInstanceSummary.Account")),
                    new Region(required(summary.region(), "StackInstanceSummary.Region")),
                    status,
                    summary.stackInstanceStatus() == null
                            ? ""
                            : orEmpty(summary.stackInstanceStatus().detailedStatusAsString()),
                    orEmpty(summary.statusReason()),
                    status.equals("CURRENT") ? Optional.empty() : begun(summary.lastOperationId()));
        }

        private Optional<Instant> begun(@Nullable String operation) {
            return operation == null
                    ? Optional.empty()
                    : operations.computeIfAbsent(operation, this::ask);
        }

        /// AWS forgets operations after a while.
        private Optional<Instant> ask(String operation) {
            try {
                return Optional.ofNullable(
                        client.describeStackSetOperation(request ->
                                        request.stackSetName(name)
                                                .operationId(operation)
                                                .overrideConfiguration(rights ->
                                                        rights.credentialsProvider(credentials)))
                                .stackSetOperation()
                                .creationTimestamp());
            } catch (OperationNotFoundException _) {
                return Optional.empty();
            }
        }
    }
}
