package secondbackup.sweep;

import java.util.List;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.RecoveryPoint;

/// One account and Region as they are this moment.
sealed interface PlaceView {
    record Read(List<CopyJob> jobs, List<RecoveryPoint> points) implements PlaceView {
        public Read {
            jobs = List.copyOf(jobs);
            points = List.copyOf(points);
        }
    }

    record Failed(String cause) implements PlaceView {}
}
