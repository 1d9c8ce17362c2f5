/// Amazon Simple Queue Service: standard queues. A queue is reached through [secondbackup.simulation.targets], and read
/// by Lambda's event source mappings. FIFO queues are not modelled. Encryption is a fact, not a lock.
@NullMarked
package secondbackup.simulation.sqs;

import org.jspecify.annotations.NullMarked;
