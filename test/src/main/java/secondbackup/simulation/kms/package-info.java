/// Customer managed and AWS managed keys, their policies, states and grants: AWS Key Management Service.
@NullMarked
package secondbackup.simulation.kms;

import org.jspecify.annotations.NullMarked;
