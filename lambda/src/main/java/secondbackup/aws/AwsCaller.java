package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import secondbackup.inventory.AccountId;

/// Finds out whose credentials these are, and which organization they belong to.
///
/// Source: AWS STS API, `GetCallerIdentity` (needs no right); AWS Organizations API, `DescribeOrganization`;
/// read 2026-11-22.
public final class AwsCaller {
    /// What came of it.
    public sealed interface Caller {
        /// @param arn who it is
        /// @param organization id, such as `o-exampleorgid`
        record Known(AccountId account, String arn, String organization, AccountId management)
                implements Caller {}

        record Unknown(String cause) implements Caller {}
    }

    private final AwsConnection connection;

    public AwsCaller(AwsConnection connection) {
        this.connection = connection;
    }

    public Caller read() {
        return Attempt.orElse(this::known, failure -> new Caller.Unknown(failure.cause()));
    }

    private Caller known() {
        var identity = connection.sts().getCallerIdentity();
        var organization =
                required(
                        connection.organizations().describeOrganization().organization(),
                        "DescribeOrganization.Organization");
        return new Caller.Known(
                new AccountId(required(identity.account(), "GetCallerIdentity.Account")),
                required(identity.arn(), "GetCallerIdentity.Arn"),
                required(organization.id(), "Organization.Id"),
                new AccountId(
                        required(organization.masterAccountId(), "Organization.MasterAccountId")));
    }
}
