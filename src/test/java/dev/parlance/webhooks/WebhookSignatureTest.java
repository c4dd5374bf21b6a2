package dev.parlance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** The example of the specification. */
    @Test
    void signsAsReferenceImplementation() {
        assertThat(WebhookSignature.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEachSecret() {
        var other = WebhookSecret.generate();
        var signature = WebhookSignature.sign("msg_1", 1, "{}", List.of(SECRET, other));
        assertThat(signature.split(" ")).hasSize(2).allMatch(it -> it.startsWith("v1,")).doesNotHaveDuplicates();
    }

    @Test
    void generatesSecretsOfAllowedLength() {
        var secret = WebhookSecret.generate();
        assertThat(secret.value()).startsWith("whsec_").isNotEqualTo(WebhookSecret.generate().value());
        assertThat(Base64.getDecoder().decode(secret.value().substring(6))).hasSizeBetween(24, 64);
    }

    @Test
    void neverPrintsSecret() {
        assertThat(new Webhook.Secrets(SECRET, Optional.empty()).toString()).doesNotContain("MfKQ");
        assertThatThrownBy(() -> new WebhookSecret("secret")).isInstanceOf(IllegalArgumentException.class);
    }
}
