package dev.parlance.publishing.memory;

import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A filter on the messages of a bundle. All conditions must hold.
 *
 * @param prefix   key prefix; empty matches all keys
 * @param tag      required tag; empty matches all messages
 * @param fallback the accepted locales of texts; {@code FULL} matches all messages
 */
public record BundleFilter(String prefix, Optional<String> tag, Fallback fallback) {

    /** Creates a filter that accepts texts in all locales. */
    public BundleFilter(String prefix, Optional<String> tag) {
        this(prefix, tag, Fallback.FULL);
    }

    public boolean matchesAll() {
        return prefix.isEmpty() && !dependsOnRelease();
    }

    /** Returns whether the result depends on more than the bytes of the bundle. */
    public boolean dependsOnRelease() {
        return tag.isPresent() || fallback != Fallback.FULL;
    }

    /** Returns a predicate that accepts the matching keys of a locale. */
    public Predicate<String> keysOf(PublishedLocale locale) {
        return keys(locale::hasTag, locale.locale(), locale::localeOf);
    }

    /**
     * Returns a predicate that accepts the matching keys of a bundle.
     *
     * @param hasTag   tests a key and a tag
     * @param locale   the locale of the bundle
     * @param localeOf returns the locale of the text of a key
     */
    public Predicate<String> keys(BiPredicate<String, String> hasTag, LocaleTag locale, Function<String, LocaleTag> localeOf) {
        Predicate<String> byName = key -> key.startsWith(prefix) && (tag.isEmpty() || hasTag.test(key, tag.get()));
        if (fallback == Fallback.FULL) {
            return byName;
        }
        var accepted = fallback.acceptedLocales(locale);
        return byName.and(key -> accepted.test(localeOf.apply(key)));
    }
}
