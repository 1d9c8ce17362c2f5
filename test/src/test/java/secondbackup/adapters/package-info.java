/// Proves the edges of the Lambdas on the simulated AWS, through their own doors: the usual, and what AWS does
/// when it has a bad day. They run under the roles that were deployed, but when a test says so; a whole organization that
/// lives by itself is the business of the room `deployed`.
@org.jspecify.annotations.NullMarked
package secondbackup.adapters;
