package secondbackup.report;

import java.util.Optional;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;

/// The subject of a gap as people know it.
///
/// @param account empty where it is about no account
/// @param region empty where it is about no Region
/// @param name cluster, vault, account or Region
/// @param arn ARN of the cluster or vault, or empty
/// @param label all of it, as a sentence begins
/// @param key the same in every sweep
record Where(
        Optional<AccountId> account,
        String accountName,
        String region,
        String name,
        String arn,
        String label,
        String key) {

    static Where of(Subject subject) {
        return switch (subject) {
            case Subject.OfCluster(var account, var cluster) ->
                    new Where(
                            Optional.of(account.id()),
                            PlainText.name(account.name()),
                            cluster.region().value(),
                            PlainText.name(cluster.name()),
                            cluster.arn().value(),
                            "Cluster "
                                    + PlainText.name(cluster.name())
                                    + " ("
                                    + label(account)
                                    + ", "
                                    + cluster.region()
                                    + ")",
                            "cluster|"
                                    + (cluster.resourceId().isEmpty()
                                            ? cluster.arn()
                                            : cluster.account()
                                                    + "|"
                                                    + cluster.region()
                                                    + "|"
                                                    + cluster.resourceId()));
            case Subject.OfAccount(var account) ->
                    new Where(
                            Optional.of(account.id()),
                            PlainText.name(account.name()),
                            "",
                            PlainText.name(account.name()),
                            "",
                            "Account " + label(account),
                            "account|" + account.id());
            case Subject.OfRegion(var account, var region) -> region(account, region);
            case Subject.OfVault(var vault) ->
                    new Where(
                            Optional.of(new AccountId(vault.accountText())),
                            "",
                            vault.regionText(),
                            PlainText.name(vault.name()),
                            vault.value(),
                            "Vault "
                                    + PlainText.name(vault.name())
                                    + " ("
                                    + vault.accountText()
                                    + ", "
                                    + vault.regionText()
                                    + ")",
                            "vault|" + vault);
            case Subject.OfOrganization() ->
                    new Where(
                            Optional.empty(),
                            "",
                            "",
                            "organization",
                            "",
                            "The organization",
                            "organization");
        };
    }

    private static Where region(MemberAccount account, Region region) {
        return new Where(
                Optional.of(account.id()),
                PlainText.name(account.name()),
                region.value(),
                region.value(),
                "",
                "Region " + region + " of account " + label(account),
                "region|" + account.id() + "|" + region);
    }

    /// An account's name and number.
    static String label(MemberAccount account) {
        return PlainText.name(account.name()) + " " + account.id();
    }

    /// Where a command must be run.
    String inAccount() {
        return account.map(id -> "in account " + id + ": ").orElse("");
    }

    /// Its ARN as an argument of a command.
    String arnArgument() {
        return PlainText.argument(arn);
    }
}
