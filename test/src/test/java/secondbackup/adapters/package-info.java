/// Proves the edges of the Lambdas on the simulated AWS, through their own doors: the usual, and what AWS does
/// when it has a bad day. Roles, vaults and plans are made by hand here, as one adapter is looked at a time; what was
/// deployed is the business of the room `deployed`.
@org.jspecify.annotations.NullMarked
package secondbackup.adapters;
