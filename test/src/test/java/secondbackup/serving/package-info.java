/// The served simulation, judged by clients that nobody here wrote. What is judged is the wire: their world is made by
/// hand, so that an administrator's calls meet no service control policy. [ServeTest] serves what was deployed.
@NullMarked
package secondbackup.serving;

import org.jspecify.annotations.NullMarked;
