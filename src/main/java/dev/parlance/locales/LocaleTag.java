package dev.parlance.locales;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import dev.parlance.problems.ProblemType;

/**
 * A language tag as defined by BCP 47, in its canonical form: {@code pt-BR}, {@code zh-Hant}, {@code he} for {@code iw}.
 * Extensions are dropped: which digits or calendar a text uses is not the caller's choice.
 */
public record LocaleTag(String value) implements Comparable<LocaleTag> {
    private static final int MAX_LENGTH = 64;
    private static final BoundedCache<String, LocaleTag> CACHE = new BoundedCache<>();

    public LocaleTag {
        if (!canonicalize(value).equals(value)) {
            throw new IllegalArgumentException("not canonical: " + value);
        }
    }

    /** Reads a tag as callers write it: any case, hyphens or underscores. */
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
        // Twice without extensions: the canonical form of en-US-POSIX has one.
        var canonical = ULocale.createCanonical(new ULocale.Builder().setLanguageTag(tag).clearExtensions().build());
        var locale = new ULocale.Builder().setLanguageTag(canonical.toLanguageTag()).clearExtensions().build();
        if (locale.getLanguage().isEmpty()) {
            throw new IllformedLocaleException("no language");
        }
        return locale.toLanguageTag();
    }
}
