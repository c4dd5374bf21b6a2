package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternText;
import java.util.Optional;
import java.util.Set;

/**
 * One locale of a release, with fallbacks resolved.
 *
 * @param locale the locale that the client requested, which may be more specific than the locale of the catalog
 * @param sourceLocale the locale of the source texts in {@link EntryDetails}; empty if there are none
 * @param entries sorted by unique key; can be iterated more than once
 */
public record BundleContent(LocaleTag locale, Optional<LocaleTag> sourceLocale, Iterable<Entry> entries) {

    /** Creates a bundle for clients, without source texts. */
    public BundleContent(LocaleTag locale, Iterable<Entry> entries) {
        this(locale, Optional.empty(), entries);
    }

    /**
     * A message with its text.
     *
     * @param pattern an ICU pattern with arguments by their declared names, as in the canonical bundle
     * @param locale the locale of the text; differs from that of the content after a fallback
     * @param preformatted the arguments whose format no pattern can express, such as {@code %05d}; the service formats them
     */
    public record Entry(String key, String pattern, ArgumentContract contract, LocaleTag locale, Set<String> preformatted,
            EntryDetails details) {

        /** Creates an entry for a client, without the details that only files for translators contain. */
        public Entry(String key, String pattern, ArgumentContract contract, LocaleTag locale, Set<String> preformatted) {
            this(key, pattern, contract, locale, preformatted, EntryDetails.NONE);
        }

        /** Creates an entry without preformatted arguments. */
        public Entry(String key, String pattern, ArgumentContract contract, LocaleTag locale) {
            this(key, pattern, contract, locale, Set.of());
        }

        /** Returns the key that files use. */
        public String fileKey() {
            return details.fileKey().orElse(key);
        }

        /** Returns the parsed pattern, with bidi isolates around strings if the client needs them. */
        public ParsedPattern parts() {
            var parts = ParsedPattern.of(new PatternText(pattern));
            return isIsolated() ? parts.withIsolates(contract) : parts;
        }

        /**
         * Returns whether strings are isolated.
         *
         * <p>A file for translators has no isolates, because they would come back as a part of the text.
         */
        public boolean isIsolated() {
            return locale.isRightToLeft() && !details.isForTranslators();
        }

        /** Returns the pattern, with bidi isolates around strings if the client needs them. */
        public String isolatedPattern() {
            return isIsolated() ? new PatternText(pattern).withIsolates(contract).pattern() : pattern;
        }

        /** Returns whether an argument is a number, which is formatted by the rules of the locale even without a style. */
        public boolean isNumber(String argument) {
            return contract.declares(argument, ArgumentType.NUMBER);
        }

        /** Returns whether an argument is a monetary amount, which only ICU's own libraries accept as a single value. */
        public boolean isCurrency(String argument) {
            return contract.declares(argument, ArgumentType.CURRENCY);
        }

        /** Returns whether an argument is a date, which the service formats in the time zone of the request. */
        public boolean isDate(String argument) {
            return contract.declares(argument, ArgumentType.DATETIME);
        }
    }
}
