package dev.parlance.locales;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import dev.parlance.problems.Refusal;

/**
 * A language tag as defined by BCP 47, in its canonical form: {@code pt-BR}, {@code zh-Hant}, {@code he} for {@code iw}.
 * Extensions are dropped: which digits or calendar a text uses is not the caller's choice.
 */
public record LocaleTag(String value) implements Comparable<LocaleTag> {
    private static final int LONGEST = 64;
    private static final Remembered<String, LocaleTag> PARSED = new Remembered<>();

    public LocaleTag {
        if (!canonical(value).equals(value)) {
            throw new IllegalArgumentException("not canonical: " + value);
        }
    }

    /** Reads a tag as callers write it: any case, hyphens or underscores. */
    public static LocaleTag parse(String text) {
        return PARSED.of(text, LocaleTag::read);
    }

    private static LocaleTag read(String text) {
        try {
            return new LocaleTag(canonical(text.replace('_', '-')));
        } catch (IllformedLocaleException e) {
            throw Refusal.INVALID_LOCALE.with(text);
        }
    }

    static LocaleTag of(ULocale locale) {
        return new LocaleTag(canonical(locale.toLanguageTag()));
    }

    public ULocale icu() {
        return ULocale.forLanguageTag(value);
    }

    public boolean rightToLeft() {
        return icu().isRightToLeft();
    }

    @Override
    public int compareTo(LocaleTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String canonical(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST) {
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
