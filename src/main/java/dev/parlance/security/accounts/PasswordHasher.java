package dev.parlance.security.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.parlance.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What is kept of passwords: bcrypt. A check takes its time, on purpose. */
public final class PasswordHasher {
    /** In code points (NIST SP 800-63B-4 asks for fifteen where there is nothing besides the password). */
    public static final int MIN_LENGTH = 15;
    /** In bytes: bcrypt does not look at more. */
    public static final int MAX_BYTES = 72;

    /** In characters, as somebody may spell it. A request may bring a million. */
    private static final int MAX_INPUT_LENGTH = 1024;

    /** Checks at once. Whoever floods the service with wrong passwords leaves processors to the readers. */
    private static final int MAX_CONCURRENT_CHECKS = 2;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 23;

    /** Nobody's: a name that is not known takes as long as one that is. Made without hashing, which every start would wait for. */
    private final byte[] dummyHash;
    private final int cost;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT_CHECKS);

    /** @param cost of bcrypt: one more takes twice as long */
    public PasswordHasher(int cost) {
        this.cost = cost;
        this.dummyHash = VERSION.formatter.createHashMessage(new BCrypt.HashData(cost, VERSION, new byte[SALT_BYTES], new byte[HASH_BYTES]));
    }

    /** Refuses passwords that are too short or too long. */
    String hash(String password) {
        var normalized = normalize(password);
        if (normalized.codePointCount(0, normalized.length()) < MIN_LENGTH || toBytes(normalized).length > MAX_BYTES) {
            throw ProblemType.INVALID_PASSWORD.with(MIN_LENGTH, MAX_BYTES);
        }
        return bcrypt(normalized);
    }

    /** In the same time whether the hash is known or not. Refuses when too many are checked already. */
    public boolean verify(String password, Optional<String> hash) {
        // What nobody's password can be is not brought into another form either, for that takes its time.
        var candidate = password.length() > MAX_INPUT_LENGTH ? new byte[MAX_BYTES + 1] : toBytes(normalize(password));
        if (!permits.tryAcquire()) {
            throw ProblemType.BUSY.with();
        }
        try {
            var checked = candidate.length > MAX_BYTES ? new byte[0] : candidate;
            return BCrypt.verifyer().verify(checked, hash.map(it -> it.getBytes(StandardCharsets.US_ASCII)).orElse(dummyHash)).verified
                    && hash.isPresent() && checked == candidate;
        } finally {
            permits.release();
        }
    }

    private String bcrypt(String password) {
        return new String(BCrypt.with(VERSION).hash(cost, toBytes(password)), StandardCharsets.US_ASCII);
    }

    /** Keyboards spell the same letter differently. */
    private static String normalize(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static byte[] toBytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
