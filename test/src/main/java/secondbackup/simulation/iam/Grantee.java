package secondbackup.simulation.iam;

/// Whom a resource's policy speaks of.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", read 2026-11-22.
sealed interface Grantee {
    /// How directly it names the caller, [Opinion#SILENT] where not at all.
    Opinion names(Caller caller);

    /// `*`, anyone.
    record Everyone() implements Grantee {
        @Override
        public Opinion names(Caller caller) {
            return Opinion.ALLOWS;
        }
    }

    /// An account, written as its number or as its root's ARN.
    record Account(String account) implements Grantee {
        @Override
        public Opinion names(Caller caller) {
            return caller.service().isEmpty() && caller.account().equals(account)
                    ? Opinion.ALLOWS_ACCOUNT
                    : Opinion.SILENT;
        }
    }

    /// A user, a role or a session of a role.
    record Identity(String arn) implements Grantee {
        @Override
        public Opinion names(Caller caller) {
            if (caller.arn().equals(arn)) {
                return Opinion.ALLOWS;
            }
            return caller.principalArn().equals(arn) ? Opinion.ALLOWS_ROLE : Opinion.SILENT;
        }
    }

    /// An AWS service acting by itself.
    record Service(String name) implements Grantee {
        @Override
        public Opinion names(Caller caller) {
            return caller.service().equals(name) ? Opinion.ALLOWS : Opinion.SILENT;
        }
    }
}
