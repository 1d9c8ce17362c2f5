/// The served simulation, judged by clients that nobody here wrote.
@NullMarked
package secondbackup.serving;

import org.jspecify.annotations.NullMarked;
