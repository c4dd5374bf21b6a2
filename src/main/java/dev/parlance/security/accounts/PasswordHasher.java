package dev.parlance.security.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.parlance.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/** The bcrypt hashes of passwords. Hashing and verifying are slow on purpose. */
public final class PasswordHasher {
    /** In code points. NIST SP 800-63B-4 requires 15 where the password is the only factor. */
    public static final int MIN_LENGTH = 15;
    /** In bytes of UTF-8: bcrypt ignores the rest. */
    public static final int MAX_BYTES = 72;

    /** In UTF-16 units, before normalization. A request can carry a million. */
    private static final int MAX_INPUT_LENGTH = 1024;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 23;

    /** Checked for unknown names, so that they take as long as known ones. Built without hashing, which would delay every start. */
    private final byte[] dummyHash;
    private final int cost;
    private final CommonPasswords commonPasswords = new CommonPasswords();

    /** @param cost the cost of bcrypt; each increment doubles the time */
    public PasswordHasher(int cost) {
        this.cost = cost;
        this.dummyHash = VERSION.formatter.createHashMessage(new BCrypt.HashData(cost, VERSION, new byte[SALT_BYTES],
                new byte[HASH_BYTES]));
    }

    /**
     * Hashes a password.
     *
     * @param accountName the name of the account; passwords that contain it are easier to guess
     * @throws dev.parlance.problems.ProblemException if the password is too short, too long, or easy to guess
     */
    String hash(String password, String accountName) {
        var normalized = password.length() > MAX_INPUT_LENGTH ? "" : normalize(password);
        if (normalized.codePointCount(0, normalized.length()) < MIN_LENGTH || toBytes(normalized).length > MAX_BYTES) {
            throw ProblemType.INVALID_PASSWORD.with(MIN_LENGTH, MAX_BYTES);
        }
        if (commonPasswords.contains(normalized, accountName)) {
            throw ProblemType.COMMON_PASSWORD.with();
        }
        return bcrypt(normalized);
    }

    /**
     * Returns whether a password matches a hash, in the same time whether there is a hash or not.
     *
     * @param hash empty for an unknown or disabled account
     */
    public boolean verify(String password, Optional<String> hash) {
        // Overlong input matches no password. It is not normalized, because that would cost CPU time and memory.
        var candidate = password.length() > MAX_INPUT_LENGTH ? new byte[MAX_BYTES + 1] : toBytes(normalize(password));
        var checked = candidate.length > MAX_BYTES ? new byte[0] : candidate;
        return BCrypt.verifyer().verify(checked, hash.map(it -> it.getBytes(StandardCharsets.US_ASCII)).orElse(dummyHash)).verified
                && hash.isPresent() && checked == candidate;
    }

    private String bcrypt(String password) {
        return new String(BCrypt.with(VERSION).hash(cost, toBytes(password)), StandardCharsets.US_ASCII);
    }

    /** Keyboards encode the same letter differently. */
    private static String normalize(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] toBytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
