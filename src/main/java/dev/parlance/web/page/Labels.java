package dev.parlance.web.page;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.input.ReaderLocale;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The labels of a page, in the language of its visitor.
 *
 * @param published the published labels
 * @param shipped   the shipped labels, which replace labels missing from the published catalog
 */
public record Labels(ReaderLocale published, ReaderLocale shipped) {

    /** Returns the language of the labels (BCP 47). */
    public String language() {
        return locale().value();
    }

    /** Returns the direction of the script, {@code ltr} or {@code rtl}. */
    public String direction() {
        return directionOf(locale());
    }

    public LocaleTag locale() {
        return published.served().locale();
    }

    public static String directionOf(LocaleTag locale) {
        return locale.isRightToLeft() ? "rtl" : "ltr";
    }

    /** Returns a label without arguments. */
    public String get(String key) {
        return render(key, Map.of());
    }

    /** Returns a label with one argument. */
    public String get(String key, String name, Object value) {
        return render(key, Map.of(name, value));
    }

    /** Returns a label with two arguments. */
    public String get(String key, String name, Object value, String secondName, Object secondValue) {
        return render(key, Map.of(name, value, secondName, secondValue));
    }

    private String render(String key, Map<String, Object> arguments) {
        var message = published.served().findMessage(key).or(() -> shipped.served().findMessage(key)).orElseThrow();
        return message.render(ArgumentValues.bind(message.contract(), arguments), ZoneOffset.UTC).text();
    }
}
