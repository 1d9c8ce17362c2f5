package secondbackup.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does the same for many things side by side, within the time that the Lambda has left.
///
/// @param concurrency most at a time; 1 is a plain loop
/// @param timeLeft what the Lambda may still use, less what it needs to write down its result
public record Parallel(int concurrency, Supplier<Duration> timeLeft) {
    /// @param late what to say of a thing for which no time was left
    /// @return the results in the order of the things
    <T, R> List<R> map(List<T> things, Function<T, R> work, Function<T, R> late) {
        return concurrency == 1 || !timeLeft.get().isPositive()
                ? inTurn(things, work, late)
                : sideBySide(things, work, late);
    }

    private <T, R> List<R> inTurn(List<T> things, Function<T, R> work, Function<T, R> late) {
        return things.stream()
                .map(thing -> timeLeft.get().isPositive() ? work.apply(thing) : late.apply(thing))
                .toList();
    }

    private <T, R> List<R> sideBySide(List<T> things, Function<T, R> work, Function<T, R> late) {
        var free = new Semaphore(concurrency);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var millis = timeLeft.get().toMillis();
            var tasks = things.stream().map(thing -> new Task<>(thing, work, free)).toList();
            var futures = pool.invokeAll(tasks, millis, TimeUnit.MILLISECONDS);
            var results = new ArrayList<R>();
            for (var index = 0; index < things.size(); index++) {
                results.add(result(futures.get(index), things.get(index), late));
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return things.stream().map(late).toList();
        }
    }

    private static <T, R> R result(Future<R> future, T thing, Function<T, R> late)
            throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException _) {
            return late.apply(thing);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("while reading " + thing, failed.getCause());
        }
    }

    private record Task<T, R>(T thing, Function<T, R> work, Semaphore free)
            implements java.util.concurrent.Callable<R> {
        @Override
        public R call() throws InterruptedException {
            free.acquire();
            try {
                return work.apply(thing);
            } finally {
                free.release();
            }
        }
    }
}
