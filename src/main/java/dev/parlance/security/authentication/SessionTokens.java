package dev.parlance.security.authentication;

import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.RandomSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * Session tokens of accounts: {@code <id>.<issuedAt>.<sessionsFrom>.<name in hexadecimal>.<signature>}.
 *
 * <p>Instants are in epoch milliseconds; the signature is HMAC-SHA-256. Permissions are not part of the token, but looked up in the
 * {@code AccessSnapshot} for each request. {@code sessionsFrom} is the value that the account had when the session began. It is
 * compared for equality, not order, so clocks need not agree.
 */
public final class SessionTokens {
    /** Absolute: activity does not extend a session. */
    public static final Duration LIFETIME = Duration.ofHours(12);
    public static final Duration DEVICE_LIFETIME = Duration.ofDays(180);

    private static final Logger LOG = Logger.getLogger(SessionTokens.class);
    private static final int MIN_KEY_LENGTH = 32;
    private static final int ID_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORMAT =
            Pattern.compile("(([0-9a-f]{32})\\.([0-9]{1,15})\\.([0-9]{1,15})\\.((?:[0-9a-f]{2}){1,128}))\\.([0-9a-f]{64})");

    private final SecretKeySpec key;
    private final Clock clock;
    /** Signed with the payload, so that a token for one purpose is invalid for every other. */
    private final String purpose;
    private final Duration lifetime;

    /** @param configuredKey the same for all replicas; without one, a session is valid only on this replica, until it stops */
    public SessionTokens(Optional<String> configuredKey, Clock clock) {
        var secret = configuredKey.filter(it -> !it.isBlank());
        if (secret.filter(it -> it.length() < MIN_KEY_LENGTH).isPresent()) {
            throw new IllegalStateException("PARLANCE_SESSION_KEY needs at least " + MIN_KEY_LENGTH + " characters, preferably random");
        }
        if (secret.isEmpty()) {
            LOG.info("No PARLANCE_SESSION_KEY: sessions end with this process and are not valid on other replicas");
        }
        this.key = new SecretKeySpec(secret
                .orElseGet(() -> RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES)).getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
        this.purpose = "";
        this.lifetime = LIFETIME;
    }

    private SessionTokens(SecretKeySpec key, Clock clock, String purpose, Duration lifetime) {
        this.key = key;
        this.clock = clock;
        this.purpose = purpose;
        this.lifetime = lifetime;
    }

    /** Returns the tokens of devices that have signed in. They have the same format, but do not authenticate requests. */
    SessionTokens forDevices() {
        return new SessionTokens(key, clock, "device ", DEVICE_LIFETIME);
    }

    /** A verified session that has not expired. */
    record Session(String id, String account, Instant expiresAt, Instant sessionsFrom) {
        /** Returns whether the account has ended no sessions since this one began. */
        boolean belongsTo(AccessSnapshot.AccountEntry account) {
            return sessionsFrom.equals(account.sessionsFrom().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    /** @param sessionsFrom the account's current value in the access snapshot */
    public String issue(String account, Instant sessionsFrom) {
        var name = HexFormat.of().formatHex(account.getBytes(StandardCharsets.UTF_8));
        var payload = RandomSecrets.randomHex(ID_BYTES) + "." + clock.instant().toEpochMilli() + "." + sessionsFrom.toEpochMilli() + "."
                + name;
        return payload + "." + sign(payload);
    }

    /** Returns the session of a token; empty if it is malformed, not signed with our key, or expired. */
    Optional<Session> verify(String text) {
        var parts = FORMAT.matcher(text);
        if (!parts.matches() || !RandomSecrets.constantTimeEquals(parts.group(6), sign(parts.group(1)))) {
            return Optional.empty();
        }
        var name = new String(HexFormat.of().parseHex(parts.group(5)), StandardCharsets.UTF_8);
        var session = new Session(parts.group(2), name, toInstant(parts.group(3)).plus(lifetime), toInstant(parts.group(4)));
        return clock.instant().isBefore(session.expiresAt()) ? Optional.of(session) : Optional.empty();
    }

    private static Instant toInstant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
