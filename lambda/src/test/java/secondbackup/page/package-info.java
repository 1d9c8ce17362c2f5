@NullMarked
package secondbackup.page;

import org.jspecify.annotations.NullMarked;
