package secondbackup.simulation.iam;

/// Who makes a call.
public sealed interface Principal {
    /// The account the caller belongs to, twelve digits.
    String account();

    /// The caller as AWS names it in messages and in `aws:PrincipalArn`.
    String arn();

    /// An administrator of the account: every right that no service control policy takes away.
    record Administrator(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":user/Administrator";
        }
    }

    /// The root user of the account: every right that no service control policy takes away, and no role.
    ///
    /// Source: IAM User Guide, "AWS account root user" and "AWS JSON policy elements: Principal"; AWS Organizations User
    /// Guide, "Service control policies (SCPs)" (the root user of a member account is bound); read 2026-11-27.
    record Root(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }
    }

    /// A role assumed through STS.
    ///
    /// @param role name of the role, without path
    /// @param session name of the session
    /// @param sessionPolicy policy passed to AssumeRole, or empty
    record RoleSession(String account, String role, String session, String sessionPolicy)
            implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session;
        }
    }

    /// A role that an AWS service assumed by itself (AWS Backup using the role passed to it).
    ///
    /// @param service such as `backup.amazonaws.com`
    record PassedRole(String account, String role, String service) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + role + "/AWSBackup";
        }
    }

    /// A service-linked role. No service control policy binds it.
    ///
    /// @param name such as `AWSServiceRoleForBackup`
    /// @param service such as `backup.amazonaws.com`
    record ServiceLinkedRole(String account, String name, String service) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":role/aws-service-role/" + service + "/" + name;
        }
    }

    /// The caller could not be identified.
    record Anonymous() implements Principal {
        @Override
        public String account() {
            return "anonymous";
        }

        @Override
        public String arn() {
            return "anonymous";
        }
    }
}
