/// Proves the operator's commands against the simulated organization, through their own door.
@org.jspecify.annotations.NullMarked
package secondbackup.operator;
