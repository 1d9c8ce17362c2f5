/// A small organization for proofs of the whole system: what stands on both sides, the Lambdas and AWS.
///
/// What stands there was synthesized and deployed ([Day#deployed]), of the example or of an estate of one's own
/// ([OwnEstate]): no role, key, vault or plan of ours is made by hand. Only the room `simulation` looks at worlds in which
/// nothing of ours is.
@org.jspecify.annotations.NullMarked
package secondbackup.proof;
