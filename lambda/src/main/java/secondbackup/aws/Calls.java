package secondbackup.aws;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// The calls that a command makes, and no others.
///
/// @param actions as IAM names them, such as `rds:DescribeDBClusters`
public record Calls(SortedSet<String> actions) {
    public Calls {
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    /// Stops any other call before it leaves the machine.
    ExecutionInterceptor guard() {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(
                    Context.BeforeExecution context, ExecutionAttributes attributes) {
                var action = action(attributes);
                if (!actions.contains(action)) {
                    throw SdkClientException.create(
                            action + " is not among the calls of this command, see --calls");
                }
            }
        };
    }

    /// A service's id in small letters and without blanks is IAM's name of each service that is called here.
    private static String action(ExecutionAttributes attributes) {
        var service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        return service.toLowerCase(Locale.ROOT).replace(" ", "")
                + ":"
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
