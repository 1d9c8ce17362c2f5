package secondbackup.simulation.states;

/// An error of the Amazon States Language that arises within a state.
final class StatesError extends RuntimeException {
    private final String error;

    /// @param error such as `States.ParameterPathFailure`
    StatesError(String error, String cause) {
        super(cause);
        this.error = error;
    }

    Outcome.Broken outcome() {
        return new Outcome.Broken(error, String.valueOf(getMessage()));
    }
}
