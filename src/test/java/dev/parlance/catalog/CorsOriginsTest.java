package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsOriginsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com", "http://localhost", "http://localhost:3000", "https://a.example:8443",
            "http://127.0.0.1:8080", "http://[::1]:8080", "https://xn--bcher-kva.example",
            "capacitor://localhost", "https://a.example:65535",
            "chrome-extension://aapbdbdomjkkjkaonfhkkikfgjllcleb", "http://a.example:443"})
    void acceptsOriginsOfBrowsers(String value) {
        assertThat(CorsOrigins.isOrigin(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "*", "app.example.com", "https://", "https://app.example.com/", "https://app.example.com/path",
            "https://app.example.com?x", "https://app.example.com#x", "https://user@app.example.com", "https://APP.example.com",
            "HTTPS://app.example.com", "https://*.example.com", "https://bücher.example", "https://app.example.com:443",
            "http://app.example.com:80", "https://app.example.com:", "https://app.example.com:0", "https://app.example.com:65536",
            "https://app.example.com:123456", "https://app.example.com https://b.example",
            "https://app.example.com\r\nX: y", " https://a.example",
            "https://a.example,https://b.example", "https://-a.example-"})
    void rejectsWhatNeverMatches(String value) {
        assertThat(CorsOrigins.isOrigin(value)).isFalse();
    }

    @Test
    void sortsOriginsWithoutDuplicates() {
        assertThat(new CorsOrigins(List.of("https://b", "https://a", "https://b")).origins()).containsExactly("https://a", "https://b");
    }
}
