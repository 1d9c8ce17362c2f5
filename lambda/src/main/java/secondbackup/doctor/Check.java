package secondbackup.doctor;

/// What the doctor looks at, in the order in which it is to be put right.
public enum Check {
    CROSS_ACCOUNT_BACKUP("The organization's switch for cross-account backup"),
    TRUSTED_ACCESS("Trusted access of AWS Backup and CloudFormation StackSets"),
    SERVICE_LINKED_ROLES("Service-linked roles of AWS Backup and Amazon RDS"),
    OPT_IN("Opt-in for Aurora in every account and source Region"),
    OUR_ROLES("Our roles, and whom they trust"),
    VAULT_KIND("The vault, and its kind"),
    LOCK("The vault's lock, and its bounds against the promises"),
    VAULT_POLICY("The vault's access policy"),
    KEYS("Keys: the vault's, and each cluster's against the vault"),
    TRAIL("A trail of every Region in every account"),
    QUOTA("Room for all clusters in the vault account, for the worst day");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
