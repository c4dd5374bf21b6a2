package dev.parlance.publishing.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.recognition.RecognitionQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogRecognisersTest {
    private static final Snapshot EXCHANGE = Snapshot.ofDraft(ShippedCatalog.load("exchange").toDraft(), "Exchange");
    private final CatalogRecognisers recognisers = new CatalogRecognisers();

    @Test
    void findsMessagesInAnyLocale() {
        var found = find("Erforderliches Feld „quantity“ fehlt oder ist ungültig", Optional.empty()).get(0);

        assertThat(found.message().key()).isEqualTo("0001");
        assertThat(found.message().locale()).isEqualTo(LocaleTag.parse("de"));
        assertThat(found.recognition().arguments()).isEqualTo(Map.of("field", "quantity"));
    }

    @Test
    void prefersTheCodeThatCameWithTheText() {
        assertThat(find("Incorrect signature", Optional.of("0001"))).first().extracting(it -> it.message().key()).isEqualTo("0001-2");
    }

    private List<RecognisedMessage> find(String text, Optional<String> code) {
        return recognisers.get(EXCHANGE).find(new RecognitionQuery(text, Optional.empty(), false, 10), code);
    }
}
