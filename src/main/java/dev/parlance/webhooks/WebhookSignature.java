package dev.parlance.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The value of the header {@code webhook-signature}: one HMAC-SHA256 for each valid secret, separated by spaces. */
final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {
    }

    /** @param timestamp of the attempt, in seconds since 1970 */
    static String sign(String messageId, long timestamp, String payload, List<WebhookSecret> secrets) {
        var content = (messageId + "." + timestamp + "." + payload).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(it -> "v1," + Base64.getEncoder().encodeToString(hmac(it.key(), content)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
