package secondbackup.serving;

/// Entry of the jar. Compiled for an old Java, so that one line can say which is needed.
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    /// Fails: exit code 64 under an older Java.
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "second-backup-simulation needs Java "
                            + NEEDED
                            + " or newer; this is "
                            + found);
            System.exit(64);
        }
        Class.forName("secondbackup.serving.Simulation")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
