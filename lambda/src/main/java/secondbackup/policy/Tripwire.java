package secondbackup.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.ApiCall;

/// Calls that ring: one entry of `policies/watch/tripwires.json`.
///
/// @param name says what happened, such as `KeyTouched`
/// @param why it matters, as people read it
/// @param next what to do now, as people read it
/// @param places whose calls ring
/// @param everywhere whether it also rings in the vault accounts' other Regions
/// @param service such as `backup`
/// @param calls names of operations
/// @param about what a call must be about; empty where every one rings
/// @param silent whose calls are daily work
public record Tripwire(
        String name,
        String why,
        String next,
        List<Place> places,
        boolean everywhere,
        String service,
        List<String> calls,
        Optional<About> about,
        List<Silence> silent) {

    /// The one that the tripwires ring themselves, each week, to show that they can be heard.
    public static final String SELF_TEST = "SelfTest";

    /// Which accounts.
    public enum Place {
        ORGANIZATION,
        VAULT,
        CONTROL,
        MEMBER
    }

    /// @param parameter of the call
    /// @param values of which it must have one; `*` stands for anything
    public record About(String parameter, List<String> values) {
        public About {
            values = List.copyOf(values);
        }

        boolean fits(ApiCall call) {
            var value = call.parameters().getOrDefault(parameter, "");
            return values.stream().anyMatch(pattern -> matches(pattern, value));
        }
    }

    /// A caller who does not ring.
    public sealed interface Silence {
        /// An AWS service, which no caller can name in its own favour.
        record InvokedBy(String service) implements Silence {}

        /// @param pattern name of a role; `*` stands for anything
        record Role(String pattern) implements Silence {}
    }

    public Tripwire {
        places = List.copyOf(places);
        calls = List.copyOf(calls);
        silent = List.copyOf(silent);
    }

    public boolean selfTest() {
        return name.equals(SELF_TEST);
    }

    boolean rungBy(ApiCall call) {
        return service.equals(call.service())
                && calls.contains(call.name())
                && about.map(asked -> asked.fits(call)).orElse(true)
                && silent.stream().noneMatch(silence -> fits(silence, call));
    }

    private static boolean fits(Silence silence, ApiCall call) {
        return switch (silence) {
            case Silence.InvokedBy(var service) ->
                    call.invokedBy().filter(service::equals).isPresent();
            case Silence.Role(var pattern) ->
                    call.role().filter(role -> matches(pattern, role)).isPresent();
        };
    }

    private static boolean matches(String pattern, String text) {
        var parts = Stream.of(pattern.split("\\*", -1)).map(java.util.regex.Pattern::quote);
        return text.matches(String.join(".*", parts.toList()));
    }
}
