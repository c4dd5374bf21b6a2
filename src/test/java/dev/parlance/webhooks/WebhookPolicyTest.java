package dev.parlance.webhooks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPolicyTest {
    private final WebhookPolicy policy = new WebhookPolicy(new AddressRules(List.of("127.0.0.1/32")), false);

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "https://example.com/hooks?tenant=1", "https://example.com:8443/", "https://127.0.0.1/hook",
        "https://[2606:4700::1]/", "https://xn--bcher-kva.example/"})
    void acceptsUrls(String url) {
        assertThatCode(() -> policy.requireUrl("/url", url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "http://example.com/", "ftp://example.com/", "https:///hook", "https://user:pw@example.com/",
        "https://example.com/#part", "https://example.com:0/", "https://example.com:65536/", "https://10.0.0.1/", "https://[::1]/",
        "https://[::ffff:10.0.0.1]/", "https://169.254.169.254/latest", "https://bücher.example/", "https://example.com/a b",
        "https://exam_ple.com/", "file:///etc/passwd", "https://example.com/ü", "HTTPS"})
    void rejectsUrls(String url) {
        assertThatThrownBy(() -> policy.requireUrl("/url", url)).isInstanceOf(ProblemException.class);
    }

    @Test
    void acceptsPlainHttpIfAllowed() {
        var plain = new WebhookPolicy(new AddressRules(List.of()), true);
        assertThatCode(() -> plain.requireUrl("/url", "http://example.com/hook")).doesNotThrowAnyException();
    }
}
