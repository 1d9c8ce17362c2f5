/// A small organization for proofs of the whole system: what stands on both sides, the Lambdas and AWS.
///
/// Proofs of the whole deploy what was synthesized ([Day#deployed]). Where a single adapter, a wire protocol or another
/// estate than the synthesized one is looked at, roles, vaults and plans made by hand stay ([HandMade]): the rooms
/// `adapters`, `serving`, `oracle` (the seeded organizations, each of another estate) and `simulation`.
@org.jspecify.annotations.NullMarked
package secondbackup.proof;
