@NullMarked
package secondbackup.history;

import org.jspecify.annotations.NullMarked;
