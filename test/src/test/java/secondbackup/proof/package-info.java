/// A small organization for proofs of the whole system: what stands on both sides, the Lambdas and AWS.
@org.jspecify.annotations.NullMarked
package secondbackup.proof;
