package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternText;

/**
 * One locale of a release, fallbacks resolved.
 *
 * @param entries sorted by key, each key once; may be walked more than once
 */
public record BundleContent(LocaleTag locale, Iterable<Entry> entries) {

    /**
     * A message with its text.
     *
     * @param pattern ICU, arguments by their declared names: what the canonical bundle carries
     * @param locale  of the text; not the content's where it fell back
     */
    public record Entry(String key, String pattern, ArgumentContract contract, LocaleTag locale) {

        /** The pattern taken apart, with isolates around strings where the text is written from right to left. */
        public ParsedPattern parts() {
            var parts = ParsedPattern.of(new PatternText(pattern));
            return locale.isRightToLeft() ? parts.withIsolates(contract) : parts;
        }

        /** Whether an argument is printed by the rules of the locale even without a style. */
        public boolean isNumber(String argument) {
            return contract.declares(argument, ArgumentType.NUMBER);
        }

        /** Whether an argument is an amount of money, which only ICU's own libraries take as one value. */
        public boolean isCurrency(String argument) {
            return contract.declares(argument, ArgumentType.CURRENCY);
        }
    }
}
