package dev.parlance.webhooks;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret that a webhook shares with its receiver: {@code whsec_} and the key in Base64. */
public record WebhookSecret(String value) {
    private static final String PREFIX = "whsec_";

    /** The specification allows 24 to 64 bytes. */
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public WebhookSecret {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a webhook secret");
        }
    }

    public static WebhookSecret generate() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    byte[] key() {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    /** Omits the secret, because exceptions and logs print records. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
