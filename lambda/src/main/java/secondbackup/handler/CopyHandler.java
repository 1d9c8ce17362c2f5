package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.report.Measurements;

/// Door of the Copy Lambda: starts what is due. Whatever woke it, it looks at everything anew.
public final class CopyHandler implements RequestStreamHandler {
    private final Wiring wiring;

    public CopyHandler() {
        this(Surroundings.production());
    }

    public CopyHandler(Surroundings surroundings) {
        this.wiring = new Wiring(surroundings);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var now = wiring.now();
        new LogLine("copy-started").with("at", now.toString()).to(context);
        var orders = wiring.copy(context).run(now);
        orders.outcomes().forEach(outcome -> line(outcome).to(context));
        orders.unread().forEach(what -> new LogLine("unread").with("what", what).to(context));
        var started =
                orders.outcomes().stream().filter(CopyOutcome.Started.class::isInstance).count();
        var refused = orders.outcomes().size() - started;
        var measured =
                Measurements.ofCopies(
                        started, refused, orders.waiting().size(), orders.sweptAt(), now);
        MetricLine.write(measured, now, context);
        new LogLine("copy-ended")
                .with("started", started)
                .with("refused", refused)
                .with("waiting", orders.waiting().size())
                .with("unread", orders.unread().size())
                .to(context);
        new Answer()
                .with("started", started)
                .with("refused", refused)
                .with("waiting", orders.waiting().size())
                .with("unread", orders.unread().size())
                .to(output);
    }

    private static LogLine line(CopyOutcome outcome) {
        return switch (outcome) {
            case CopyOutcome.Started(var order, var copyJobId) ->
                    line("order-started", order).with("copyJobId", copyJobId);
            case CopyOutcome.Refused(var order, var code, var message) ->
                    line("order-refused", order).with("code", code).with("message", message);
            case CopyOutcome.Unanswered(var order, var code, var message) ->
                    line("order-unanswered", order).with("code", code).with("message", message);
        };
    }

    private static LogLine line(String event, CopyOrder order) {
        return new LogLine(event)
                .with("account", order.cluster().account().value())
                .with("region", order.cluster().region().value())
                .with("cluster", order.cluster().arn().value())
                .with("point", order.point().value())
                .with("targetVault", order.targetVault().value())
                .with("dueAt", order.due().toString());
    }
}
