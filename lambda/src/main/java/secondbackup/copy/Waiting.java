package secondbackup.copy;

/// One copy that waits for a slot, as seen at one moment. Hours, because they are only ever compared.
///
/// @param track whose it is: its place in the workload
/// @param hours how long it will hold a slot
/// @param slack hours from now until it must have started to be in time; negative where it will be late
/// @param since hours for which it has waited: since its point was seen
/// @param kept hours for which the promise will hold from its arrival until its data is too old
record Waiting(int track, double hours, double slack, double since, double kept) {
    boolean late() {
        return slack < 0;
    }

    double lateHours() {
        return Math.max(0, -slack);
    }
}
