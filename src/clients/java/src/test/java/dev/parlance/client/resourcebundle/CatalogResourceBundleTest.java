package dev.parlance.client.resourcebundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.client.Parlance;
import dev.parlance.client.Samples;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogResourceBundleTest {
    private final Parlance texts = Samples.exchange();
    private final CatalogBundleProvider provider = new CatalogBundleProvider("example.Texts") {
        @Override
        protected Parlance texts() {
            return texts;
        }
    };

    @AfterEach
    void close() {
        texts.close();
    }

    @Test
    void readsAndFormatsMessages() {
        var bundle = (CatalogResourceBundle) provider.getBundle("example.Texts", Locale.GERMANY);
        assertThat(bundle.getString("-1015")).isEqualTo("Zu viele neue Orders, höchstens {limit, number} pro {interval}");
        assertThat(bundle.format("-1015", Map.of("limit", 5, "interval", "10s"))).isEqualTo("Zu viele neue Orders, höchstens 5 pro 10s");
        assertThat(Collections.list(bundle.getKeys())).containsExactly("-1015");
        assertThatThrownBy(() -> bundle.getString("unknown")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void leavesOtherBundlesToOtherProviders() {
        assertThat(provider.getBundle("example.Labels", Locale.GERMANY)).isNull();
    }
}
