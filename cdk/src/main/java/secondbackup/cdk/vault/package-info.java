/// The vault account: key, vault, lock and access policy.
@NullMarked
package secondbackup.cdk.vault;

import org.jspecify.annotations.NullMarked;
