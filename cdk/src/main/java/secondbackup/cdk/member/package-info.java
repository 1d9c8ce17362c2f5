/// Every account with clusters: what is the same in all of them, as the templates of two StackSets, or deployed alone in
/// the management account, which StackSets do not reach.
///
/// 1. A template shall need no parameter, no asset and no bootstrap: StackSets put it into accounts that nobody has
///    prepared, future ones included.
/// 2. IAM is global, so roles stand in a template of their own that goes into one Region of an account.
/// 3. What keeps backups, and the key to them, shall stay when its stack goes, and shall not stand in the way of the
///    next stack: it carries a suffix of its stack's id.
/// 4. What promises ask for shall be made from `policies/`: the same files that the gap finder checks.
///
/// Out of scope: which accounts get the templates (`organization`), who listens to the events (`control`).
@NullMarked
package secondbackup.cdk.member;

import org.jspecify.annotations.NullMarked;
