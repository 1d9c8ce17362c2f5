/// The served simulation, judged by clients that nobody here wrote. What is judged is the wire: in the world that they get
/// everything is deployed, but our service control policies are detached, so that an administrator's calls do not meet
/// them. [ServedTest] serves all that was deployed.
@NullMarked
package secondbackup.serving;

import org.jspecify.annotations.NullMarked;
