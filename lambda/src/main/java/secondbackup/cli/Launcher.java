package secondbackup.cli;

import java.lang.reflect.InvocationTargetException;

/**
 * Where the jar starts. Compiled for Java 8, so that an older Java can say what is missing instead of
 * failing to load anything.
 */
public final class Launcher {
    private static final int NEEDED = 25;
    private static final int UNAVAILABLE = 69;

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        int running = feature(System.getProperty("java.specification.version"));
        if (running < NEEDED) {
            System.err.println(
                    "second-backup needs Java "
                            + NEEDED
                            + " or newer; this is Java "
                            + running
                            + ".");
            System.exit(UNAVAILABLE);
        }
        try {
            Class.forName("secondbackup.cli.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception ? (Exception) failed.getCause() : failed;
        }
    }

    /** Java 8 calls itself 1.8. */
    static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
