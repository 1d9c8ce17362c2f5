import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names everything the build needs and this machine lacks, in one message. Runs on Maven's own Java
 * (11 or newer), before anything is compiled. Arguments: the Java release; "tests" or "rehearsal".
 */
public final class Prerequisites {
    private static final int NODE = 20;
    private static final int PYTHON = 311;

    public static void main(String[] arguments) throws Exception {
        int release = Integer.parseInt(arguments[0]);
        boolean rehearsal = arguments[1].equals("rehearsal");
        List<String> missing = new ArrayList<>();
        if (!jdkFound(release)) {
            missing.add("JDK " + release + ": none found in JAVA_HOME, JAVA" + release + "_HOME, the PATH, "
                    + "the usual folders for JDKs or ~/.m2/toolchains.xml. Install one and set JAVA" + release + "_HOME to it.");
        }
        if (!rehearsal) {
            int node = version("node", "v(\\d+)\\.(\\d+)") / 100;
            if (node < NODE) {
                missing.add("Node " + NODE + " or newer with npm: 'node --version' " + found(node) + ". The tests use it.");
            }
            int python = version("python3", "Python (\\d+)\\.(\\d+)");
            if (python < PYTHON) {
                missing.add("Python 3.11 or newer with venv: 'python3 --version' " + found(python) + ". The tests use it.");
            }
        }
        if (!missing.isEmpty()) {
            System.err.println("\nThis machine lacks what second-backup needs:\n  - " + String.join("\n  - ", missing) + "\n");
            System.exit(1);
        }
    }

    private static String found(int version) {
        return version <= 0 ? "did not answer" : "answers an older version";
    }

    /** Major times 100 plus minor, or 0 where the program does not answer. */
    private static int version(String program, String pattern) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program, "--version").redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            process.waitFor(20, TimeUnit.SECONDS);
            Matcher matcher = Pattern.compile(pattern).matcher(output);
            return matcher.find() ? Integer.parseInt(matcher.group(1)) * 100 + Integer.parseInt(matcher.group(2)) : 0;
        } catch (IOException absent) {
            return 0;
        }
    }

    private static boolean jdkFound(int release) throws IOException {
        if (Runtime.version().feature() == release) {
            return true;
        }
        String home = System.getProperty("user.home");
        Path toolchains = Path.of(home, ".m2", "toolchains.xml");
        if (Files.exists(toolchains) && Files.readString(toolchains).contains("<version>" + release)) {
            return true;
        }
        List<Path> candidates = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.matches("JAVA\\w*_HOME|JDK\\w*|GRAALVM_HOME") && !value.isBlank()) {
                candidates.add(Path.of(value));
            }
        });
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path java = Path.of(folder, "javac");
            if (Files.exists(java)) {
                candidates.add(java.toRealPath().getParent().getParent());
            }
        }
        for (String folder : List.of("/usr/lib/jvm", "/usr/java", "/opt/java", "/Library/Java/JavaVirtualMachines",
                home + "/.sdkman/candidates/java", home + "/.jdks", home + "/.jenv/versions",
                home + "/.asdf/installs/java", home + "/.local/share/mise/installs/java",
                home + "/Library/Java/JavaVirtualMachines", "C:\\Program Files\\Java",
                "C:\\Program Files\\Eclipse Adoptium")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> jdks = Files.list(Path.of(folder))) {
                    jdks.forEach(candidates::add);
                }
            }
        }
        return candidates.stream().anyMatch(path -> isRelease(path, release) || isRelease(path.resolve("Contents/Home"), release));
    }

    private static boolean isRelease(Path home, int release) {
        try {
            return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + release);
        } catch (IOException absent) {
            return false;
        }
    }
}
