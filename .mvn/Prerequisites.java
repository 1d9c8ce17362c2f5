import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names everything the build needs and this machine lacks, in one message. Runs on Maven's own Java
 * (11 or newer), before anything is compiled. Arguments: the Java release; "tests" or "rehearsal";
 * Maven's own version.
 */
public final class Prerequisites {
    private static final int MAVEN = 308;
    private static final int NODE = 2000;
    private static final int PYTHON = 311;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    public static void main(String[] arguments) throws Exception {
        int release = Integer.parseInt(arguments[0]);
        List<String> missing = new ArrayList<>();
        if (!jdkFound(release)) {
            missing.add("JDK " + release + ": none found in JAVA_HOME, JAVA" + release + "_HOME, the PATH, "
                    + "the usual folders for JDKs or ~/.m2/toolchains.xml. Install one and set JAVA" + release + "_HOME to it.");
        }
        if (version(arguments[2]) < MAVEN) {
            missing.add("Maven 3.8 or newer: this is Maven " + arguments[2] + ".");
        }
        String node = answer("node", "--version");
        if (version(node) < NODE) {
            missing.add("Node 20 or newer: 'node --version' " + found(node) + ". The AWS CDK makes the templates with it.");
        }
        if (!arguments[1].equals("rehearsal")) {
            toolsOfTheTests(missing);
        }
        if (!missing.isEmpty()) {
            System.err.println("\nThis machine lacks what second-backup needs:\n  - " + String.join("\n  - ", missing) + "\n");
            System.exit(1);
        }
    }

    private static void toolsOfTheTests(List<String> missing) throws InterruptedException {
        String npm = answer("npm", "--version");
        if (version(npm) == 0) {
            missing.add("npm, which comes with Node: 'npm --version' " + found(npm) + ". It installs what the tests need.");
        }
        String python = answer("python3", "--version");
        if (version(python) < PYTHON) {
            missing.add("Python 3.11 or newer: 'python3 --version' " + found(python) + ". The tests use it.");
        } else if (!answer("python3", "-c", "import ensurepip, venv; print('there')").equals("there")) {
            missing.add("Python's modules venv and ensurepip: python3 cannot import them. "
                    + "On Debian and Ubuntu they are the package python3-venv.");
        }
    }

    private static String found(String answer) {
        return version(answer) == 0 ? "did not answer" : "answers " + answer;
    }

    /** Major times 100 plus minor; 0 where there is no version in it. */
    private static int version(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) * 100 + Integer.parseInt(matcher.group(2)) : 0;
    }

    /** What a program says when it ends well; empty when it does not, or is not there. */
    private static String answer(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? output : "";
        } catch (IOException absent) {
            return "";
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
