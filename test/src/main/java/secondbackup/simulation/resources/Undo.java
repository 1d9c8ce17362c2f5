package secondbackup.simulation.resources;

import secondbackup.simulation.wire.AwsError;

/// For resources that take several calls to make.
final class Undo {
    private Undo() {}

    /// Does the rest of the work, or undoes what came before it. Where the undoing is refused too, both are told.
    ///
    /// Fails: the [AwsError] of the work.
    static void unless(Runnable work, Runnable undo) {
        try {
            work.run();
        } catch (AwsError | IllegalArgumentException failed) {
            try {
                undo.run();
            } catch (AwsError again) {
                failed.addSuppressed(again);
            }
            throw failed;
        }
    }
}
