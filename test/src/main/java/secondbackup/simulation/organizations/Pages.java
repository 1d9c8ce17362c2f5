package secondbackup.simulation.organizations;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;

/// Cuts listings into pages. Some pages are empty and still have a token, as the API warns.
///
/// Source: AWS Organizations API model, ListAccounts ("occasionally return an empty set of results even when
/// more results are available") and MaxResults (1 to 20), 2026-11-22.
record Pages(Chance chance, Organization organization, InstantSource time) {
    private static final int LONGEST = 20;

    /// @param token null on the last page
    record Page<T>(List<T> items, @Nullable String token) {}

    // What a token remembers: of which listing, where it goes on, whether its page must have items.
    private record Place(String listing, int start, boolean filled) {
        String token() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            (listing + " " + start + " " + filled)
                                    .getBytes(StandardCharsets.UTF_8));
        }

        static Place of(String listing, @Nullable String token) {
            return token == null ? new Place(listing, 0, false) : read(listing, token);
        }

        private static Place read(String listing, String token) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
                var parts = List.of(text.split(" ", -1));
                if (parts.size() == 3 && parts.getFirst().equals(listing)) {
                    return new Place(
                            listing,
                            Integer.parseInt(parts.get(1)),
                            Boolean.parseBoolean(parts.get(2)));
                }
            } catch (IllegalArgumentException _) {
                // Answered below like any other token that is not ours.
            }
            throw invalid("You provided an invalid NextToken.");
        }
    }

    /// @param about what of, such as the parent, or empty
    <T> Page<T> cut(
            List<T> all, Call call, String about, @Nullable Integer size, @Nullable String token) {
        if (size != null && (size < 1 || size > LONGEST)) {
            throw invalid("You specified an invalid value for MaxResults.");
        }
        return page(
                all,
                Place.of(call.operation() + "/" + about, token),
                size == null ? LONGEST : size);
    }

    private <T> Page<T> page(List<T> all, Place place, int size) {
        if (!place.filled() && emptyPage(place)) {
            return new Page<>(List.of(), new Place(place.listing(), place.start(), true).token());
        }
        var end = Math.min(place.start() + size, all.size());
        var items = all.subList(Math.min(place.start(), end), end);
        var more = end < all.size() ? new Place(place.listing(), end, false).token() : null;
        return new Page<>(List.copyOf(items), more);
    }

    private boolean emptyPage(Place place) {
        return chance.fraction("empty page", place.listing(), place.start(), time.instant())
                < organization.emptyPageShare;
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "InvalidInputException", message);
    }
}
