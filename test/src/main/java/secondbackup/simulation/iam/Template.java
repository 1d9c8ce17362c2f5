package secondbackup.simulation.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text of a policy that may hold policy variables such as `${aws:PrincipalOrgID}`.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags", read 2026-11-22.
final class Template {
    private sealed interface Part {
        record Text(String text) implements Part {}

        record Variable(String key, Optional<String> fallback) implements Part {}
    }

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{\\s*([^},]+?)\\s*(?:,\\s*'([^']*)'\\s*)?}");

    private final List<Part> parts;
    private final Optional<String> fixed;

    private Template(List<Part> parts) {
        this.parts = parts;
        this.fixed =
                parts.stream().allMatch(Part.Text.class::isInstance)
                        ? Optional.of(resolve(parts, key -> List.of()).orElse(""))
                        : Optional.empty();
    }

    /// @param wildcards whether `*` and `?` are wildcards here
    static Template of(String text, boolean wildcards) {
        var parts = new ArrayList<Part>();
        var variables = VARIABLE.matcher(text);
        var end = 0;
        while (variables.find()) {
            parts.add(plain(text.substring(end, variables.start()), wildcards));
            parts.add(variable(variables.group(1), Optional.ofNullable(variables.group(2))));
            end = variables.end();
        }
        parts.add(plain(text.substring(end), wildcards));
        return new Template(List.copyOf(parts));
    }

    private static Part plain(String text, boolean wildcards) {
        return new Part.Text(wildcards ? Glob.pattern(text) : text);
    }

    private static Part variable(String name, Optional<String> fallback) {
        return name.equals("*") || name.equals("?") || name.equals("$")
                ? new Part.Text(name)
                : new Part.Variable(name.toLowerCase(Locale.ROOT), fallback);
    }

    /// Condition keys that it needs, in lower case.
    List<String> keys() {
        return parts.stream()
                .filter(Part.Variable.class::isInstance)
                .map(part -> ((Part.Variable) part).key())
                .toList();
    }

    /// @return empty where a variable has no value in this request: the text then matches nothing
    Optional<String> resolve(Keys keys) {
        return fixed.isPresent() ? fixed : resolve(parts, keys);
    }

    private static Optional<String> resolve(List<Part> parts, Keys keys) {
        var text = new StringBuilder();
        for (var part : parts) {
            var piece = resolve(part, keys);
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            text.append(piece.get());
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> resolve(Part part, Keys keys) {
        return switch (part) {
            case Part.Text(var text) -> Optional.of(text);
            case Part.Variable(var key, var fallback) -> value(key, keys).or(() -> fallback);
        };
    }

    private static Optional<String> value(String key, Keys keys) {
        var values = keys.values(key);
        if (values.size() > 1) {
            throw new IllegalArgumentException(
                    "condition key "
                            + key
                            + " has several values: not usable as a policy variable");
        }
        return values.stream().findFirst();
    }
}
