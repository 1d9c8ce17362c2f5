/// Proves `policies/rights`: enough for every call, nothing to spare, and nothing that could destroy a backup.
@org.jspecify.annotations.NullMarked
package secondbackup.rights;
