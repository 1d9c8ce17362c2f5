package secondbackup.gap;

import java.util.List;
import secondbackup.inventory.Arn;

/// Who can act in a vault's account beside those whom the roster names for it, or what lets somebody, and how.
public sealed interface Exposure {
    /// A user or role that is not on the roster.
    ///
    /// @param by access keys of the user, or whom the role lets in beside its own account
    record Stranger(Arn principal, List<String> by) implements Exposure {
        private static final String OF_IDENTITY_CENTER = "role/aws-reserved/sso.amazonaws.com/";

        public Stranger {
            by = List.copyOf(by);
        }

        /// Each is kept out in another way.
        public enum Sort {
            USER,
            ROLE,
            /// A role that IAM Identity Center makes for a permission set.
            ROLE_OF_IDENTITY_CENTER
        }

        public Sort sort() {
            if (principal.resource().startsWith("user/")) {
                return Sort.USER;
            }
            return principal.resource().startsWith(OF_IDENTITY_CENTER)
                    ? Sort.ROLE_OF_IDENTITY_CENTER
                    : Sort.ROLE;
        }
    }

    /// A role that is on it, and lets in somebody who is not.
    ///
    /// @param whom as its trust policy names them, a service as `service/events.amazonaws.com`
    record LetsIn(Arn role, String whom) implements Exposure {}

    /// A user who is on it has an access key, which needs no second factor.
    record AccessKey(Arn user, String key) implements Exposure {}

    record RootAccessKey() implements Exposure {}

    record RootWithoutMfa() implements Exposure {}
}
