package dev.parlance.security.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.parlance.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What is kept of passwords: bcrypt. A check takes its time, on purpose. */
public final class Passwords {
    /** In code points (NIST SP 800-63B-4 asks for fifteen where there is nothing besides the password). */
    public static final int SHORTEST = 15;
    /** In bytes: bcrypt does not look at more. */
    public static final int LONGEST = 72;

    /** In characters, as somebody may spell it. A request may bring a million. */
    private static final int LONGEST_OFFERED = 1024;

    /** Checks at once. Whoever floods the service with wrong passwords leaves processors to the readers. */
    private static final int MOST = 2;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 23;

    /** Nobody's: a name that is not known takes as long as one that is. Made without hashing, which every start would wait for. */
    private final byte[] nobodys;
    private final int cost;
    private final Semaphore places = new Semaphore(MOST);

    /** @param cost of bcrypt: one more takes twice as long */
    public Passwords(int cost) {
        this.cost = cost;
        this.nobodys = VERSION.formatter.createHashMessage(new BCrypt.HashData(cost, VERSION, new byte[SALT_BYTES], new byte[HASH_BYTES]));
    }

    /** Refuses passwords that are too short or too long. */
    String hash(String password) {
        var normal = normalize(password);
        if (normal.codePointCount(0, normal.length()) < SHORTEST || bytes(normal).length > LONGEST) {
            throw ProblemType.INVALID_PASSWORD.with(SHORTEST, LONGEST);
        }
        return hashOf(normal);
    }

    /** In the same time whether the hash is known or not. Refuses when too many are checked already. */
    public boolean matches(String password, Optional<String> hash) {
        // What nobody's password can be is not brought into another form either, for that takes its time.
        var offered = password.length() > LONGEST_OFFERED ? new byte[LONGEST + 1] : bytes(normalize(password));
        if (!places.tryAcquire()) {
            throw ProblemType.BUSY.with();
        }
        try {
            var cut = offered.length > LONGEST ? new byte[0] : offered;
            return BCrypt.verifyer().verify(cut, hash.map(it -> it.getBytes(StandardCharsets.US_ASCII)).orElse(nobodys)).verified
                    && hash.isPresent() && cut == offered;
        } finally {
            places.release();
        }
    }

    private String hashOf(String password) {
        return new String(BCrypt.with(VERSION).hash(cost, bytes(password)), StandardCharsets.US_ASCII);
    }

    /** Keyboards spell the same letter differently. */
    private static String normalize(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
