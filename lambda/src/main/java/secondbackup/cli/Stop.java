package secondbackup.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Somebody's wish that a command end. What only reads is ended at once; a change that has begun is ended first, and
/// what was done and what was not is said.
public final class Stop implements BooleanSupplier {
    /// Longer than any one change takes.
    private static final Duration LAST_CHANGE = Duration.ofSeconds(60);

    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean changing = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /// Whether somebody has asked.
    @Override
    public boolean getAsBoolean() {
        return asked.get();
    }

    /// From now on the command changes something.
    void changes() {
        changing.set(true);
    }

    /// The command has ended, and said what it did.
    void ends() {
        ended.countDown();
    }

    public void ask() {
        asked.set(true);
    }

    /// Waits until nothing is half done.
    ///
    /// @return whether that is so
    boolean await() throws InterruptedException {
        return !changing.get() || ended.await(LAST_CHANGE.toSeconds(), TimeUnit.SECONDS);
    }
}
