/// Proves that the product is right whichever way AWS answers what its documents leave open.
@org.jspecify.annotations.NullMarked
package secondbackup.switches;
