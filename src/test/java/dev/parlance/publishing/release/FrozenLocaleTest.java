package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Bundles of a catalog in which the key "b" precedes "a". "a" is translated into German; "b" has only an English text. */
class FrozenLocaleTest {
    private static final String GERMAN = "{\"catalog\":\"shop\",\"release\":%d,\"locale\":\"de\",\"messages\":{\"a\":\"Ä\",\"b\":\"B\"}";
    private static final String ENGLISH = "{\"catalog\":\"shop\",\"release\":%d,\"locale\":\"en\",\"messages\":{\"a\":\"A\",\"b\":\"B\"}}";

    private final Draft draft = draft();

    @Test
    void namesLocalesOfTextsThatFellBack() {
        assertThat(bundle(freeze(CatalogRows.DE, null))).isEqualTo(GERMAN.formatted(9) + ",\"fallback\":{\"en\":[\"b\"]}}");
        assertThat(bundle(freeze(LocaleTag.parse("de-AT"), null))).isEqualTo("{\"catalog\":\"shop\",\"release\":9,\"locale\":\"de-AT\","
                + "\"messages\":{\"a\":\"Ä\",\"b\":\"B\"},\"fallback\":{\"de\":[\"a\"],\"en\":[\"b\"]}}");
    }

    @Test
    void omitsMemberIfNoTextFellBack() {
        assertThat(bundle(freeze(CatalogRows.EN, null))).isEqualTo(ENGLISH.formatted(9));
    }

    /** Releases of earlier versions do not have the member. Locales without fallbacks keep their bytes. */
    @Test
    void keepsBytesOfEarlierVersionWhereNoTextFellBack() {
        var before = ENGLISH.formatted(4).getBytes(StandardCharsets.UTF_8);
        var frozen = freeze(CatalogRows.EN, new FrozenLocale.PreviousBundle(4, Digest.of(before)));
        assertThat(frozen.changedIn()).isEqualTo(4);
        assertThat(frozen.bundleBytes()).isEqualTo(before);
    }

    @Test
    void createsNewBytesIfEarlierVersionNamedNoLocales() {
        var before = (GERMAN.formatted(4) + "}").getBytes(StandardCharsets.UTF_8);
        var frozen = freeze(CatalogRows.DE, new FrozenLocale.PreviousBundle(4, Digest.of(before)));
        assertThat(frozen.changedIn()).isEqualTo(9);
        assertThat(bundle(frozen)).contains("\"release\":9,").endsWith("\"fallback\":{\"en\":[\"b\"]}}");
    }

    @Test
    void keepsBytesOfUnchangedBundle() {
        var before = freeze(CatalogRows.DE, null);
        var frozen = FrozenLocale.of(draft, CatalogRows.DE, 10, new FrozenLocale.PreviousBundle(9, before.bundleDigest()));
        assertThat(frozen.changedIn()).isEqualTo(9);
        assertThat(frozen.bundleBytes()).isEqualTo(before.bundleBytes());
    }

    private FrozenLocale freeze(LocaleTag locale, FrozenLocale.PreviousBundle before) {
        return FrozenLocale.of(draft, locale, 9, before);
    }

    private static String bundle(FrozenLocale frozen) {
        return new String(frozen.bundleBytes(), StandardCharsets.UTF_8);
    }

    private static Draft draft() {
        var messages = new LinkedHashMap<MessageKey, Message.Definition>();
        messages.put(CatalogRows.key("b"), CatalogRows.definition(0, "b"));
        messages.put(CatalogRows.key("a"), CatalogRows.definition(1, "a"));
        var english = Map.<MessageKey, TextContent>of(CatalogRows.key("a"), CatalogRows.content("A"), CatalogRows.key("b"),
                CatalogRows.content("B"));
        var german = Map.<MessageKey, TextContent>of(CatalogRows.key("a"), CatalogRows.content("Ä"));
        return new Draft(new CatalogName("shop"), CatalogRows.EN,
                new TreeSet<>(List.of(CatalogRows.EN, CatalogRows.DE, LocaleTag.parse("de-AT"))), messages,
                Map.of(CatalogRows.EN, english, CatalogRows.DE, german));
    }
}
