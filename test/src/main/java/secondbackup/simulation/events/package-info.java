/// AWS Backup's events as Amazon EventBridge delivers them, irregularities included, and the control bus that collects them.
@NullMarked
package secondbackup.simulation.events;

import org.jspecify.annotations.NullMarked;
