package secondbackup.inventory;

/// What is known of a key.
public sealed interface KeyView {
    Arn key();

    /// Whether the key's policy lets the vault account's AWS Backup use it.
    enum Admission {
        ADMITS,
        REFUSES,
        UNCLEAR
    }

    /// @param manager `CUSTOMER` or `AWS`
    /// @param state as AWS KMS says it, such as `Enabled`
    record Read(Arn key, String manager, String state, Admission admission) implements KeyView {
        public boolean customerManaged() {
            return manager.equals("CUSTOMER");
        }

        public boolean enabled() {
            return state.equals("Enabled");
        }
    }

    /// The key could not be read, as every key of another account.
    record Unreadable(Arn key, String cause) implements KeyView {}
}
