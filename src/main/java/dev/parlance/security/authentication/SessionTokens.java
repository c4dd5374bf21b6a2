package dev.parlance.security.authentication;

import dev.parlance.security.RandomSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * Sessions of people with accounts, as signed text: {@code <id>.<from>.<mark>.<name in hexadecimal>.<signature>}. What they may is
 * not in it, but looked up in the directory each time. The mark is the account's {@code sessionsFrom} when the session began: it is
 * compared, not ordered, so that no two clocks have to agree on which was first.
 */
public final class SessionTokens {
    /** By the clock, whatever is done meanwhile. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final Logger LOG = Logger.getLogger(SessionTokens.class);
    private static final int MIN_KEY_LENGTH = 32;
    private static final int ID_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORMAT = Pattern.compile("(([0-9a-f]{32})\\.([0-9]{1,15})\\.([0-9]{1,15})\\.((?:[0-9a-f]{2}){1,128}))\\.([0-9a-f]{64})");

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param configured the same for all replicas; without one, a session holds on one replica, until it stops */
    public SessionTokens(Optional<String> configuredKey, Clock clock) {
        var secret = configuredKey.filter(it -> !it.isBlank());
        if (secret.filter(it -> it.length() < MIN_KEY_LENGTH).isPresent()) {
            throw new IllegalStateException("PARLANCE_SESSION_KEY needs at least " + MIN_KEY_LENGTH + " characters, best random ones");
        }
        if (secret.isEmpty()) {
            LOG.info("No PARLANCE_SESSION_KEY: sessions end with this process, and other replicas do not know them");
        }
        this.key = new SecretKeySpec(secret.orElseGet(() -> RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES)).getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** One that was signed here, and whose time is not over. */
    record Session(String id, String account, Instant issuedAt, Instant sessionsFrom) {
        Instant expiresAt() {
            return issuedAt.plus(LIFETIME);
        }
    }

    /** @param mark what the directory has for the account */
    public String issue(String account, Instant sessionsFrom) {
        var name = HexFormat.of().formatHex(account.getBytes(StandardCharsets.UTF_8));
        var payload = RandomSecrets.randomHex(ID_BYTES) + "." + clock.instant().toEpochMilli() + "." + sessionsFrom.toEpochMilli() + "." + name;
        return payload + "." + sign(payload);
    }

    Optional<Session> verify(String text) {
        var parts = FORMAT.matcher(text);
        if (!parts.matches() || !RandomSecrets.constantTimeEquals(parts.group(6), sign(parts.group(1)))) {
            return Optional.empty();
        }
        var name = new String(HexFormat.of().parseHex(parts.group(5)), StandardCharsets.UTF_8);
        var session = new Session(parts.group(2), name, toInstant(parts.group(3)), toInstant(parts.group(4)));
        return clock.instant().isBefore(session.expiresAt()) ? Optional.of(session) : Optional.empty();
    }

    private static Instant toInstant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
