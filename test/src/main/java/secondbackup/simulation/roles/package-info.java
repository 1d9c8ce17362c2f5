/// Reading and writing roles and their policies: the API of AWS Identity and Access Management. (The roles themselves and
/// the policy language are in [secondbackup.simulation.iam], which knows no wire.)
@NullMarked
package secondbackup.simulation.roles;

import org.jspecify.annotations.NullMarked;
