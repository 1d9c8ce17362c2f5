package secondbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StopTest {
    @Test
    void whatOnlyReadsIsNotWaitedFor() throws InterruptedException {
        var stop = new Stop();
        stop.ask();

        assertThat(stop.getAsBoolean()).isTrue();
        assertThat(stop.await()).isTrue();
    }

    @Test
    void changeThatHasBegunIsWaitedFor() throws InterruptedException, ExecutionException {
        var stop = new Stop();
        stop.changes();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = pool.submit(stop::await);
            stop.ask();
            assertThat(waiting.isDone()).isFalse();
            stop.ends();

            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void nobodyHasAskedAtFirst() {
        assertThat(new Stop().getAsBoolean()).isFalse();
    }
}
