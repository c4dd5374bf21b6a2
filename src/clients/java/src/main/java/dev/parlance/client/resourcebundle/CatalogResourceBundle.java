package dev.parlance.client.resourcebundle;

import dev.parlance.client.Parlance;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The messages of a catalog as a {@link ResourceBundle} that follows the releases.
 *
 * <p>{@link #getString} returns the text of a message without arguments, and the ICU pattern of any other. Use
 * {@link #format(String, Map)} for these.
 */
public final class CatalogResourceBundle extends ResourceBundle {
    private final Parlance texts;
    private final Locale locale;

    public CatalogResourceBundle(Parlance texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** Returns the text of a message; the key if there is no such message. */
    public String format(String key, Map<String, ?> arguments) {
        return texts.text(locale, key, arguments);
    }

    @Override
    protected Object handleGetObject(String key) {
        String pattern = texts.pattern(locale.toLanguageTag(), key).orElse(null);
        return pattern == null || pattern.indexOf('{') >= 0 ? pattern : format(key, Collections.emptyMap());
    }

    @Override
    public Locale getLocale() {
        return locale;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keys());
    }
}
