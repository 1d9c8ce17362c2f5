/// Who may do what: principals, roles, the policy language and its evaluation over identity, resource,
/// trust, session and service control policies.
@NullMarked
package secondbackup.simulation.iam;

import org.jspecify.annotations.NullMarked;
