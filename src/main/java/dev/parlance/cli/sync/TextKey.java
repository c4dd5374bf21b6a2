package dev.parlance.cli.sync;

import dev.parlance.locales.LocaleTag;
import java.util.Comparator;

/** Identifies a text by its locale and its key in the files. */
public record TextKey(LocaleTag locale, String key) implements Comparable<TextKey> {
    private static final Comparator<TextKey> ORDER = Comparator.comparing(TextKey::key).thenComparing(TextKey::locale);

    @Override
    public int compareTo(TextKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return key + " (" + locale + ")";
    }
}
