@NullMarked
package secondbackup.ledger;

import org.jspecify.annotations.NullMarked;
