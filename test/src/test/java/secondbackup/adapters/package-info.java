/// Proves the edges of the Lambdas on the simulated AWS, through their own doors: the usual, and what AWS does
/// when it has a bad day.
@org.jspecify.annotations.NullMarked
package secondbackup.adapters;
