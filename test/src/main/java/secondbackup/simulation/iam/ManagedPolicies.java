package secondbackup.simulation.iam;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Managed policies: those of AWS that stacks may name, and customers' own, by ARN.
///
/// Source: AWS Managed Policy Reference, "AdministratorAccess", "AWSLambdaBasicExecutionRole", read 2026-11-27.
public final class ManagedPolicies {
    public static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

    private static final Map<String, String> OF_AWS =
            Map.of(
                    ADMINISTRATOR,
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
                    """,
                    "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":\
                    ["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]}\
                    """);

    private final TreeMap<String, String> ofCustomers = new TreeMap<>();

    /// What a policy says, if the account may attach it.
    public Optional<String> find(String account, String arn) {
        var own = arn.startsWith("arn:aws:iam::" + account + ":policy/");
        return Optional.ofNullable(own ? ofCustomers.get(arn) : OF_AWS.get(arn));
    }

    public void put(String arn, String document) {
        ofCustomers.put(arn, document);
    }

    public void remove(String arn) {
        ofCustomers.remove(arn);
    }
}
