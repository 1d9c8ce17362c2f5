/// The CDK app: what is deployed where. Reads `policies/` and nothing else of the product.
///
/// 1. The entry point alone reads files and context; stacks are told.
/// 2. Synthesis knows no clock, no chance and no AWS call: the same policies give the same templates.
/// 3. Nothing that holds backups, or the key to them, goes away with its stack.
@NullMarked
package secondbackup.cdk;

import org.jspecify.annotations.NullMarked;
