/// AWS Secrets Manager, to read a secret.
@NullMarked
package secondbackup.simulation.secrets;

import org.jspecify.annotations.NullMarked;
