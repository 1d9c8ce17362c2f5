package secondbackup.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.StackSetView;

/// Door of the List Lambda: begins a sweep and answers the ids of the accounts that are to be surveyed, and nothing
/// else of them: the state machine hands on 256 KiB at most, which is 17,000 ids.
///
/// Source: AWS Step Functions Developer Guide, "Quotas" (maximum input or output size), read 2026-11-27.
public final class ListHandler implements RequestStreamHandler {
    private final Wiring wiring;

    public ListHandler() {
        this(Surroundings.production());
    }

    public ListHandler(Surroundings surroundings) {
        this.wiring = new Wiring(surroundings);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var now = wiring.now();
        new LogLine("list-started").with("sweep", now.toString()).to(context);
        answer(wiring.list(context).run(now), context).to(output);
    }

    private static Answer answer(Manifest manifest, Context context) {
        return switch (manifest) {
            case Manifest.Listed listed -> listed(listed, context);
            case Manifest.NotListed(var sweep, _, var cause) -> {
                new LogLine("list-failed").with("sweep", sweep).with("cause", cause).to(context);
                yield answer(sweep, false, List.of());
            }
        };
    }

    private static Answer listed(Manifest.Listed listed, Context context) {
        var active = listed.accounts().stream().filter(MemberAccount::active).toList();
        listed.stackSets().stream()
                .filter(StackSetView.Unreadable.class::isInstance)
                .map(StackSetView.Unreadable.class::cast)
                .forEach(set ->
                        new LogLine("stack-set-unread")
                                .with("sweep", listed.sweep())
                                .with("stackSet", set.name())
                                .with("cause", set.cause())
                                .to(context));
        new LogLine("list-ended")
                .with("sweep", listed.sweep())
                .with("accounts", listed.accounts().size())
                .with("active", active.size())
                .to(context);
        return answer(listed.sweep(), true, active);
    }

    private static Answer answer(String sweep, boolean listed, List<MemberAccount> accounts) {
        return new Answer()
                .with("sweep", sweep)
                .with("listed", listed)
                .with("accounts", accounts.stream().map(account -> account.id().value()).toList());
    }
}
