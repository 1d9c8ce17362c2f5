/// Proves that each tool of the build is there and bites.
@org.jspecify.annotations.NullMarked
package secondbackup.build;
