package secondbackup.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Reads the text of `policies/`: the JSON files below a folder on disk or in a jar, by their names relative to
/// that folder.
public final class PolicyFiles {
    private static final String FOLDER = "policies/";
    private static final String MARK = FOLDER + "estate.json";
    private static final String SCHEMA = "schema/";
    private static final String JSON = ".json";
    private static final String JAR_ENTRY = "!/";

    private PolicyFiles() {}

    /// @param policies URL of a folder that takes the place of the bundled one; where it brings no schemas,
    ///     those of the class path hold
    public static SortedMap<String, String> read(Optional<URI> policies) {
        var bundled = below(bundled());
        if (policies.isEmpty()) {
            return bundled;
        }
        var given = below(folder(policies.get()));
        bundled.forEach((name, text) -> {
            if (name.startsWith(SCHEMA)) {
                given.putIfAbsent(name, text);
            }
        });
        return given;
    }

    /// Goes by a file: a folder need not be on the class path by itself.
    private static URI bundled() {
        var mark = PolicyFiles.class.getClassLoader().getResource(MARK);
        if (mark == null) {
            throw new IllegalStateException("no " + MARK + " on the class path");
        }
        var url = mark.toString();
        return URI.create(url.substring(0, url.length() - "estate.json".length()));
    }

    private static URI folder(URI url) {
        return url.toString().endsWith("/") ? url : URI.create(url + "/");
    }

    private static SortedMap<String, String> below(URI folder) {
        try {
            return folder.getScheme().equals("jar")
                    ? inJar(folder.toString())
                    : onDisk(Path.of(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the policies at " + folder, failed);
        }
    }

    private static SortedMap<String, String> onDisk(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(JSON)) {
                    files.put(name, Files.readString(path));
                }
            }
            return files;
        }
    }

    /// Goes by the names of entries alone: a jar need not have entries for its folders.
    private static SortedMap<String, String> inJar(String folder) throws IOException {
        var mark = folder.indexOf(JAR_ENTRY) + JAR_ENTRY.length();
        var root = URI.create(folder.substring(0, mark)).toURL();
        var connection = (JarURLConnection) root.openConnection();
        connection.setUseCaches(false);
        var prefix = folder.substring(mark);
        var files = new TreeMap<String, String>();
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                var name = entry.getName();
                if (name.startsWith(prefix) && name.endsWith(JSON)) {
                    files.put(name.substring(prefix.length()), text(jar, entry));
                }
            }
        }
        return files;
    }

    private static String text(JarFile jar, JarEntry entry) throws IOException {
        try (var text = jar.getInputStream(entry)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
