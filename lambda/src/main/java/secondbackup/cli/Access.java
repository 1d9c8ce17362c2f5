package secondbackup.cli;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import secondbackup.aws.AwsCaller;
import secondbackup.aws.AwsCaller.Caller;
import secondbackup.aws.Calls;
import secondbackup.inventory.AccountId;
import secondbackup.policy.PolicyReader;

/// Options by which every command comes to AWS and to the policies.
final class Access {
    @Mixin private final Way way = new Way();

    @Option(
            names = "--role",
            paramLabel = "NAME",
            description = "Role to assume in every other account. Default: ${DEFAULT-VALUE}.")
    private String role = "OrganizationAccountAccessRole";

    @Option(
            names = "--accounts",
            paramLabel = "ID",
            split = ",",
            description = "Only these accounts, such as 111111111111,222222222222.")
    private List<String> accounts = List.of();

    @Option(
            names = "--calls",
            description = "Lists the calls that this command makes, and no other, and ends.")
    private boolean calls;

    boolean callsOnly() {
        return calls;
    }

    SortedMap<String, String> files() {
        return way.files();
    }

    /// Opens the way to AWS, and finds out whose organization this is.
    Ground open(Terminal terminal, SortedMap<String, String> files, Calls allowed) {
        var chosen = accounts();
        var bundle = PolicyReader.read(files);
        var connection = way.connect(terminal).only(allowed);
        return switch (new AwsCaller(connection).read()) {
            case Caller.Unknown(var cause) ->
                    throw new NotSeen(
                            "Who these credentials are, and of which organization: " + cause);
            case Caller.Known caller -> {
                terminal.progress("As " + caller.arn() + ", organization " + caller.organization());
                yield new Ground(
                        connection,
                        files,
                        Layout.of(bundle, way.givenPolicies(), caller),
                        caller,
                        role,
                        chosen);
            }
        };
    }

    private List<AccountId> accounts() {
        var wrong = accounts.stream().filter(id -> !id.matches("\\d{12}")).toList();
        if (!wrong.isEmpty()) {
            throw new Usage(
                    "--accounts '" + String.join("', '", wrong) + "': expected twelve digits each");
        }
        if (!role.matches("[A-Za-z0-9+=,.@_/-]{1,512}")) {
            throw new Usage("--role '" + role + "': expected the name of a role");
        }
        return new TreeSet<>(accounts).stream().map(AccountId::new).toList();
    }
}
