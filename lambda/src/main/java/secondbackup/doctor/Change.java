package secondbackup.doctor;

import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;

/// One setting that no template can make. Each is one call, so it is done or it is not.
public sealed interface Change {
    /// Lets AWS Backup copy across the organization's accounts.
    record CrossAccountBackup() implements Change {}

    /// Lets AWS Backup work with AWS Organizations.
    record TrustBackup() implements Change {}

    /// Lets CloudFormation StackSets deploy into the organization.
    record TrustStackSets() implements Change {}

    record MakeRole(MemberAccount account, ServiceLinkedRole role) implements Change {}

    /// Switches on AWS Backup's opt-in for Aurora.
    record OptIn(MemberAccount account, Region region) implements Change {}

    /// What it does, as people read it.
    default String words() {
        return switch (this) {
            case CrossAccountBackup() -> "organization: switch on cross-account backup";
            case TrustBackup() -> "organization: trusted access for AWS Backup";
            case TrustStackSets() -> "organization: trusted access for CloudFormation StackSets";
            case MakeRole(var account, var role) ->
                    Place.of(account) + ": make service-linked role " + role.role();
            case OptIn(var account, var region) ->
                    Place.of(account, region) + ": switch on the opt-in for Aurora";
        };
    }
}
