/// What stacks have in common: roles and documents made from `policies/`, what stays when its stack goes, and where a
/// stack stands.
///
/// 1. A right shall be written in `policies/`, never in Java: a role that is made here takes no more from a stack.
/// 2. When a document names something that the estate does not have, synthesis shall fail and say so.
///
/// Out of scope: what a stack holds (`organization`, `member`, `vault`, `recovery`, `control`, `watch`).
@NullMarked
package secondbackup.cdk.parts;

import org.jspecify.annotations.NullMarked;
