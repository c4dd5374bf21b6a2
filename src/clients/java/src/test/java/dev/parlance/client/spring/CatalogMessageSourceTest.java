package dev.parlance.client.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.client.Parlance;
import dev.parlance.client.Samples;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class CatalogMessageSourceTest {
    private final Parlance texts = Samples.exchange();
    private final CatalogMessageSource messages = new CatalogMessageSource(texts);

    @AfterEach
    void close() {
        texts.close();
    }

    @Test
    void formatsNamedArguments() {
        assertThat(messages.getMessage("-1015", new Object[] {Map.of("limit", 1500, "interval", "10s")}, Locale.GERMANY))
                .isEqualTo("Zu viele neue Orders, höchstens 1.500 pro 10s");
    }

    @Test
    void rejectsUnknownCodes() {
        assertThatThrownBy(() -> messages.getMessage("unknown", null, Locale.GERMANY)).isInstanceOf(NoSuchMessageException.class);
        assertThat(messages.getMessage("unknown", null, "default", Locale.GERMANY)).isEqualTo("default");
    }
}
