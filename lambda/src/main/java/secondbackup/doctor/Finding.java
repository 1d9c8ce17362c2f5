package secondbackup.doctor;

import java.util.function.Function;
import secondbackup.inventory.Look;

/// What one check says of one place.
///
/// Texts are one line each. The place is an account, with a Region or cluster where that is meant.
public sealed interface Finding {
    Check check();

    String where();

    record Fine(Check check, String where) implements Finding {}

    /// @param what what is wrong; the same words for the same trouble in every place
    /// @param fix the one next step, with its command
    record Found(Check check, String where, String what, String fix) implements Finding {}

    record CouldNotLook(Check check, String where, String cause) implements Finding {}

    /// What a setting's value says, where it was seen.
    static <T> Finding of(Check check, String where, Look<T> look, Function<T, Finding> judge) {
        return look.read(judge, cause -> new CouldNotLook(check, where, cause));
    }
}
