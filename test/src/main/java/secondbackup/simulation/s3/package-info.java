/// The few calls of Amazon S3 that a report bucket needs.
@NullMarked
package secondbackup.simulation.s3;

import org.jspecify.annotations.NullMarked;
