package secondbackup.simulation.wire;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

/// The front door of the simulated AWS. For each request: who signed it, what it asks for, whether IAM
/// allows it, which planned fault strikes, and then the registered handler.
///
/// What a handler throws beyond [AwsError] is a mistake of the simulation: it is kept, thrown at the
/// caller, and every later call fails too, so that no retry can hide it.
public final class WireServer {
    private final Dialects dialects;
    private final Gate gate;
    private final Chance chance;
    private final SimulatedTime time;
    private final Faults faults;
    private final CallCounts counts = new CallCounts();
    private final List<String> unanswered = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Recorder recorder = (_, _, _) -> {};
    private @Nullable IllegalStateException failure;
    private @Nullable LastAnswer lastAnswer;

    public WireServer(
            Operations operations,
            Access access,
            Credentials credentials,
            RegionGate regions,
            Chance chance,
            SimulatedTime time) {
        this.dialects = new Dialects(operations);
        this.gate = new Gate(access, credentials, regions);
        this.chance = chance;
        this.time = time;
        this.faults = new Faults(chance);
    }

    public Faults faults() {
        return faults;
    }

    public CallCounts counts() {
        return counts;
    }

    /// Service and operation of every call that nobody could answer.
    public List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /// The mistake that stopped this server, if one did.
    public Optional<IllegalStateException> failure() {
        return Optional.ofNullable(failure);
    }

    /// The newest answer that a handler gave; refusals by IAM or a fault are none.
    public Optional<LastAnswer> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }

    /// Runs something between calls, never during one.
    public void exclusively(Runnable action) {
        exclusively(() -> {
            action.run();
            return true;
        });
    }

    /// Finds something out between calls, never during one.
    public <T> T exclusively(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /// Lets others call while something runs that was begun between calls, such as the code of a function.
    public <T> T meanwhile(Supplier<T> action) {
        var holds = lock.getHoldCount();
        for (var hold = 0; hold < holds; hold++) {
            lock.unlock();
        }
        try {
            return action.get();
        } finally {
            for (var hold = 0; hold < holds; hold++) {
                lock.lock();
            }
        }
    }

    /// Who hears of every call from now on.
    public void recordTo(Recorder next) {
        recorder = next;
    }

    /// Answers one request; requests wait for each other.
    ///
    /// Fails: SocketTimeoutException where a planned fault keeps the answer from the client;
    /// IllegalStateException where the simulation itself is wrong.
    public HttpAnswer answer(HttpQuestion question) throws SocketTimeoutException {
        lock.lock();
        try {
            if (failure != null) {
                throw new IllegalStateException("the simulated AWS has failed before", failure);
            }
            var scope = Scope.of(question).orElse(Scope.NONE);
            return answer(question, scope, dialects.of(scope.service(), question))
                    .sent(headOnly(question));
        } finally {
            lock.unlock();
        }
    }

    private HttpAnswer answer(HttpQuestion question, Scope scope, Dialect dialect)
            throws SocketTimeoutException {
        var call = new Call(gate.caller(scope), scope.service(), scope.region(), "");
        try {
            if (scope.equals(Scope.NONE)) {
                throw dialect.refusal(Refusal.NOT_SIGNED, "");
            }
            var asked = dialect.read(scope.service(), question);
            call = new Call(call.caller(), call.service(), call.region(), asked.operation());
            counts.count(call);
            return sent(call, answer(question, scope, dialect, call, asked));
        } catch (AwsError error) {
            return sent(call, dialect.error(error, requestId(call)));
        } catch (RuntimeException | AssertionError mistake) {
            throw broken(call, mistake);
        }
    }

    private HttpAnswer answer(
            HttpQuestion question, Scope scope, Dialect dialect, Call call, Asked asked)
            throws SocketTimeoutException {
        refuse(dialect, gate.identity(scope, call));
        return switch (asked) {
            case Asked.Unknown _ -> throw unknown(dialect, call);
            case Asked.Known known -> {
                try {
                    yield allowed(question, dialect, call, known);
                } catch (AwsError error) {
                    recorder.record(call, known.request(), Optional.of(error));
                    throw error;
                }
            }
        };
    }

    private HttpAnswer allowed(HttpQuestion question, Dialect dialect, Call call, Asked.Known known)
            throws SocketTimeoutException {
        var denial = gate.denial(call, known.rights().apply(call));
        if (denial.isPresent()) {
            throw dialect.refusal(Refusal.ACCESS_DENIED, denial.get());
        }
        return answer(question, dialect, call, known);
    }

    private HttpAnswer answer(HttpQuestion question, Dialect dialect, Call call, Asked.Known known)
            throws SocketTimeoutException {
        var fault = faults.strike(place(call), question);
        refuse(dialect, fault.flatMap(Fault.Kind::refusal));
        if (fault.equals(Optional.of(Fault.Kind.TIMED_OUT))) {
            throw new SocketTimeoutException("Connect timed out");
        }
        var answer = known.answer().apply(call);
        recorder.record(call, known.request(), Optional.empty());
        lastAnswer = new LastAnswer(call, answer.model(), answer.http().sent(headOnly(question)));
        if (fault.isPresent()) {
            throw new SocketTimeoutException("Read timed out");
        }
        return answer.http();
    }

    private static boolean headOnly(HttpQuestion question) {
        return question.method().equals("HEAD");
    }

    private static void refuse(Dialect dialect, Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw dialect.refusal(refusal.get(), "");
        }
    }

    private AwsError unknown(Dialect dialect, Call call) {
        var name = call.service() + " " + call.operation();
        unanswered.add(name);
        return dialect.refusal(Refusal.NOT_IMPLEMENTED, "the simulation does not answer " + name);
    }

    private Place place(Call call) {
        return new Place(
                call.account(), call.region(), call.service(), call.operation(), time.instant());
    }

    private HttpAnswer sent(Call call, HttpAnswer answer) {
        return answer.with("x-amzn-RequestId", requestId(call));
    }

    private String requestId(Call call) {
        return chance.uuid(
                "request", call.account(), call.region(), call.service(), call.operation());
    }

    private IllegalStateException broken(Call call, Throwable mistake) {
        var where =
                "%s %s by %s in %s"
                        .formatted(call.service(), call.operation(), call.caller(), call.region());
        failure = new IllegalStateException("the simulation failed in " + where, mistake);
        return failure;
    }
}
