package secondbackup.simulation.resources;

import java.util.List;
import secondbackup.simulation.backup.Plans;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.secrets.Secrets;

/// The resource types of the services that hold data and rights.
public record Catalog(
        Organization organization,
        Roles roles,
        Keys keys,
        Vaults vaults,
        Plans plans,
        Buckets buckets,
        Secrets secrets) {

    public List<ResourceType> types() {
        return List.of(
                new RoleType(roles),
                new InlinePolicyType(roles),
                new ManagedPolicyType(roles),
                new KeyType(keys),
                new AliasType(keys),
                new BackupVaultType(vaults),
                new AirGappedVaultType(vaults),
                new BackupPlanType(plans),
                new BackupSelectionType(plans),
                new BucketType(buckets),
                new BucketPolicyType(buckets),
                new SecretType(secrets),
                new OrganizationPolicyType(organization),
                new DelegationPolicyType(organization),
                RecordedType.cdkMetadata());
    }
}
