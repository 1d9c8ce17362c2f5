package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import secondbackup.inventory.ApiCall;
import secondbackup.report.Measurements;
import secondbackup.sweep.Notifier;

/// Door of the Notify Lambda: tells people what a sweep found, and at once of a call that rings a tripwire.
///
/// Fails: IllegalStateException when Slack was not told, so that the alarm rings.
public final class NotifyHandler implements RequestStreamHandler {
    private final Wiring wiring;

    public NotifyHandler() {
        this(Surroundings.production());
    }

    public NotifyHandler(Surroundings surroundings) {
        this.wiring = new Wiring(surroundings);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var event = Event.read(input);
        var call = event.call();
        if (call.isPresent()) {
            warn(call.get(), context).to(output);
        } else {
            tell(event.sweep(), context).to(output);
        }
    }

    private Answer tell(String sweep, Context context) {
        new LogLine("notify-started").with("sweep", sweep).to(context);
        measure(context);
        delivered(wiring.tell(context).run(sweep), "sweep " + sweep);
        new LogLine("notify-ended").with("sweep", sweep).to(context);
        return new Answer().with("sweep", sweep).with("told", true);
    }

    /// Before anything is told: who is not reached by Slack needs the numbers most.
    private void measure(Context context) {
        var now = wiring.now();
        wiring.tripwires(context)
                .sinceSelfTest(now)
                .map(Measurements::ofSelfTest)
                .ifPresent(measured -> MetricLine.write(measured, now, context));
    }

    private Answer warn(ApiCall call, Context context) {
        var what = call.service() + " " + call.name() + " in account " + call.account();
        var said = wiring.tripwires(context).run(call);
        said.ifPresent(answer -> delivered(answer, what));
        new LogLine("tripwire")
                .with("account", call.account().value())
                .with("region", call.region().value())
                .with("call", call.service() + ":" + call.name())
                .with("rang", said.isPresent())
                .to(context);
        return new Answer().with("call", what).with("told", said.isPresent());
    }

    private static void delivered(Notifier.Said said, String what) {
        switch (said) {
            case Notifier.Said.Delivered() -> {}
            case Notifier.Said.NotDelivered(var cause) ->
                    throw new IllegalStateException(what + ": Slack was not told: " + cause);
        }
    }
}
