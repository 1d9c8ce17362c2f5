package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.RegionView;

/// Door of the Survey Lambda: reads one account, or a batch of them. An account that cannot be read is an answer,
/// not a failure.
public final class SurveyHandler implements RequestStreamHandler {
    private final Wiring wiring;

    public SurveyHandler() {
        this(Surroundings.production());
    }

    public SurveyHandler(Surroundings surroundings) {
        this.wiring = new Wiring(surroundings);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var items = Event.read(input).items();
        var now = wiring.now();
        new LogLine("survey-started").with("accounts", items.size()).to(context);
        var survey = wiring.survey(context);
        var answer = new Answer().withList("accounts");
        for (var item : items) {
            var view = survey.run(item.sweep(), item.account(), now);
            answer.add("accounts", answer(view));
            line(item.sweep(), view).to(context);
        }
        answer.to(output);
    }

    private static Answer answer(AccountView view) {
        return new Answer()
                .with("account", view.account().id().value())
                .with("read", view instanceof AccountView.Seen);
    }

    private static LogLine line(String sweep, AccountView view) {
        var line =
                new LogLine("survey-ended")
                        .with("sweep", sweep)
                        .with("account", view.account().id().value());
        return switch (view) {
            case AccountView.Seen seen ->
                    line.with("read", true)
                            .with("regions", seen.regions().size())
                            .with("regionsUnread", unread(seen));
            case AccountView.Excluded _ -> line.with("read", false).with("cause", "excluded");
            case AccountView.Unreadable(_, var cause) ->
                    line.with("read", false).with("cause", cause);
            case AccountView.Inactive(var account) ->
                    line.with("read", false).with("cause", account.state());
        };
    }

    private static long unread(AccountView.Seen seen) {
        return seen.regions().stream().filter(RegionView.Unreadable.class::isInstance).count();
    }
}
