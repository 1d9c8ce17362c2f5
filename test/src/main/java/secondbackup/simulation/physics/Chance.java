package secondbackup.simulation.physics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// All chance of the simulated world. Each draw is a function of the seed and of a key that names what it
/// is for (operation, resource, attempt), so the order in which things are drawn never matters.
public record Chance(long seed) {

    /// @return at least 0, less than 1
    public double fraction(Object... key) {
        return (digest(key).getLong() >>> 11) * 0x1.0p-53;
    }

    /// @return between the two, both included
    public long between(long least, long most, Object... key) {
        return least + (long) (fraction(key) * (most - least + 1));
    }

    /// Lower-case hexadecimal digits.
    ///
    /// @param digits at most 64
    public String hex(int digits, Object... key) {
        return HexFormat.of().formatHex(digest(key).array()).substring(0, digits);
    }

    /// An identifier in the shape that AWS uses for jobs and plans.
    public String uuid(Object... key) {
        var digest = digest(key);
        return new UUID(digest.getLong(), digest.getLong()).toString();
    }

    private ByteBuffer digest(Object... key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
            for (var part : key) {
                sha.update((byte) 0);
                sha.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            }
            return ByteBuffer.wrap(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
