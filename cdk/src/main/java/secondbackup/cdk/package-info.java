/// Placeholder.
@org.jspecify.annotations.NullMarked
package secondbackup.cdk;
