package dev.parlance.locales;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import dev.parlance.problems.ProblemType;

/**
 * A BCP 47 language tag in canonical form, such as {@code pt-BR} or {@code zh-Hant}.
 *
 * <p>Deprecated codes such as {@code iw} are replaced. Extensions are dropped, because callers must not choose the digits or the
 * calendar of a text.
 *
 * @param value at most 64 characters
 */
public record LocaleTag(String value) implements Comparable<LocaleTag> {
    private static final int MAX_LENGTH = 64;
    private static final BoundedCache<String, LocaleTag> CACHE = new BoundedCache<>();

    public LocaleTag {
        if (!canonicalize(value).equals(value)) {
            throw new IllegalArgumentException("not a canonical language tag: " + value);
        }
    }

    /**
     * Parses a tag in any case, with hyphens or underscores.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_LOCALE} if the text is not a well-formed tag with a language
     */
    public static LocaleTag parse(String text) {
        return CACHE.get(text, LocaleTag::parseUncached);
    }

    private static LocaleTag parseUncached(String text) {
        try {
            return new LocaleTag(canonicalize(text.replace('_', '-')));
        } catch (IllformedLocaleException e) {
            throw ProblemType.INVALID_LOCALE.with(text);
        }
    }

    static LocaleTag of(ULocale locale) {
        return new LocaleTag(canonicalize(locale.toLanguageTag()));
    }

    public ULocale toULocale() {
        return ULocale.forLanguageTag(value);
    }

    public boolean isRightToLeft() {
        return toULocale().isRightToLeft();
    }

    @Override
    public int compareTo(LocaleTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonicalize(String tag) {
        if (tag.isEmpty() || tag.length() > MAX_LENGTH) {
            throw new IllformedLocaleException("length");
        }
        // Extensions are cleared twice, because the canonical form of en-US-POSIX has one.
        var canonical = ULocale.createCanonical(new ULocale.Builder().setLanguageTag(tag).clearExtensions().build());
        var locale = new ULocale.Builder().setLanguageTag(canonical.toLanguageTag()).clearExtensions().build();
        if (locale.getLanguage().isEmpty()) {
            throw new IllformedLocaleException("no language");
        }
        return locale.toLanguageTag();
    }
}
