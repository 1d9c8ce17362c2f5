/// The management account: which accounts get the member templates, and what nobody may do in them.
///
/// 1. When an account joins a target unit, it shall get the member templates without anybody's doing.
/// 2. When one account's stack fails, the others shall get theirs all the same.
/// 3. When an account leaves the targets, its stacks and what they hold shall stay.
/// 4. The vault accounts shall never get the member templates.
///
/// Out of scope: what the member templates hold (`member`); what CloudFormation cannot set in an organization, which the
/// operator's command `enrol` does.
@NullMarked
package secondbackup.cdk.organization;

import org.jspecify.annotations.NullMarked;
