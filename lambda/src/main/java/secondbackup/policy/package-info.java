/// Intent: what is promised to whom, and how the estate is laid out. Reads the text of `policies/` and binds
/// promises to clusters.
///
/// 1. When a file is wrong, one message shall name every problem: file, field, value, what was expected.
/// 2. When several promises bind a cluster, the strictest part of each shall hold: a tag can only raise.
/// 3. When no promise binds a cluster, there shall be no promise; that is a gap, never a default.
///
/// Out of scope: where the text comes from (`handler`), what is made of promises (`copy`, `verify`).
@NullMarked
package secondbackup.policy;

import org.jspecify.annotations.NullMarked;
