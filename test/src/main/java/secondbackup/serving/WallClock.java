package secondbackup.serving;

import java.time.Duration;
import java.time.InstantSource;
import secondbackup.simulation.world.SimulatedOrganization;

/// Lets the wall clock drive simulated time.
///
/// @param rate simulated seconds per second; 0 leaves time alone
record WallClock(SimulatedOrganization world, InstantSource wall, double rate) {

    /// Runs until the thread is interrupted.
    ///
    /// Fails: whatever the simulated organization fails with while its time moves.
    void run(Duration tick) throws InterruptedException {
        var last = wall.instant();
        while (true) {
            Thread.sleep(tick);
            var now = wall.instant();
            move(Duration.between(last, now));
            last = now;
        }
    }

    /// A wall clock that was set back moves nothing.
    void move(Duration passed) {
        if (rate > 0 && passed.isPositive()) {
            world.advance(Duration.ofMillis(Math.round(passed.toMillis() * rate)));
        }
    }
}
