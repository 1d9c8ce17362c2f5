package secondbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StopTest {
    private static final Set<State> WAITS = EnumSet.of(State.WAITING, State.TIMED_WAITING);

    @Test
    void whatOnlyReadsIsNotWaitedFor() throws InterruptedException {
        var stop = new Stop();
        stop.ask();

        assertThat(stop.getAsBoolean()).isTrue();
        assertThat(stop.await()).isTrue();
    }

    @Test
    void changeThatHasBegunIsWaitedFor() throws InterruptedException {
        var stop = new Stop();
        stop.changes();
        stop.ask();
        var nothingHalfDone = new CompletableFuture<Boolean>();
        var waiting = Thread.ofPlatform().start(() -> await(stop, nothingHalfDone));

        assertThat(settled(waiting)).isIn(WAITS);
        assertThat(nothingHalfDone).isNotDone();
        stop.ends();
        waiting.join();

        assertThat(nothingHalfDone).isCompletedWithValue(true);
    }

    @Test
    void nobodyHasAskedAtFirst() {
        assertThat(new Stop().getAsBoolean()).isFalse();
    }

    private static void await(Stop stop, CompletableFuture<Boolean> said) {
        try {
            said.complete(stop.await());
        } catch (InterruptedException stopped) {
            said.completeExceptionally(stopped);
        }
    }

    /// How a thread stands once it waits or has ended.
    private static State settled(Thread thread) throws InterruptedException {
        while (thread.isAlive() && !WAITS.contains(thread.getState())) {
            Thread.sleep(1);
        }
        return thread.getState();
    }
}
