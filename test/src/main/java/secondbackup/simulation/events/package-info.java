/// AWS Backup's events on their way: what services emitted, and the control bus that collects what is forwarded.
@NullMarked
package secondbackup.simulation.events;

import org.jspecify.annotations.NullMarked;
