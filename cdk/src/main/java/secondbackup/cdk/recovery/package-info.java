/// The way back: a role in the vault account with which named people bring a copy out, and the vault in the recovery
/// account that receives it.
///
/// 1. When somebody recovers, it shall be one of the people whom the estate names, with MFA, and nobody shall need the
///    management account or IAM Identity Center for it: they may be what was lost.
/// 2. Bringing a copy out shall change nothing of what is kept: no role here can delete, shorten or unlock.
///
/// Out of scope: restoring what was received.
@NullMarked
package secondbackup.cdk.recovery;

import org.jspecify.annotations.NullMarked;
