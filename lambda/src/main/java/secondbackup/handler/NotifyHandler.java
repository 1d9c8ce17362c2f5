package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import secondbackup.sweep.Notifier;

/// Door of the Notify Lambda: tells people what a sweep found.
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
        var sweep = Event.read(input).sweep();
        new LogLine("notify-started").with("sweep", sweep).to(context);
        switch (wiring.tell(context).run(sweep)) {
            case Notifier.Said.Delivered() ->
                    new LogLine("notify-ended").with("sweep", sweep).to(context);
            case Notifier.Said.NotDelivered(var cause) ->
                    throw new IllegalStateException(
                            "sweep " + sweep + ": Slack was not told: " + cause);
        }
        new Answer().with("sweep", sweep).with("told", true).to(output);
    }
}
