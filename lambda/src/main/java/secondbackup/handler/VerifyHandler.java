package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import secondbackup.report.Measurements;
import secondbackup.report.Report;
import secondbackup.report.Report.GapLine;

/// Door of the Verify Lambda: ends a sweep with its report.
public final class VerifyHandler implements RequestStreamHandler {
    private final Wiring wiring;

    public VerifyHandler() {
        this(Surroundings.production());
    }

    public VerifyHandler(Surroundings surroundings) {
        this.wiring = new Wiring(surroundings);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var sweep = Event.read(input).sweep();
        new LogLine("verify-started").with("sweep", sweep).to(context);
        var verify = wiring.verify(context);
        var report = verify.run(sweep, wiring.now());
        report.gaps().forEach(gap -> line(sweep, gap).to(context));
        Measurements.of(report)
                .forEach(each -> MetricLine.write(each, report.generatedAt(), context));
        ended(report).to(context);
        new Answer()
                .with("sweep", sweep)
                .with("report", verify.store().reportKey(sweep))
                .with("gaps", report.gaps().size())
                .with("protected", report.summary().protectedClusters())
                .with("clusters", report.summary().clusters())
                .to(output);
    }

    private static LogLine ended(Report report) {
        return new LogLine("verify-ended")
                .with("sweep", report.sweep())
                .with("gaps", report.gaps().size())
                .with("protected", report.summary().protectedClusters())
                .with("clusters", report.summary().clusters())
                .with("accountsUnseen", report.summary().accountsUnseen());
    }

    private static LogLine line(String sweep, GapLine gap) {
        return new LogLine("gap")
                .with("sweep", sweep)
                .with("kind", gap.kind())
                .with("severity", gap.severity().name())
                .with("key", gap.key())
                .with("since", gap.since().toString());
    }
}
