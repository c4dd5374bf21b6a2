package dev.parlance.recognition;

import dev.parlance.locales.LocaleTag;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message that a text can come from.
 *
 * <p>Arguments can be ambiguous: {@code '%s' or '%s'} renders two arguments with {@code ' or '} between them, and either may contain
 * these characters itself. The arguments of an exact recognition always render to the text, but are not always those it was rendered with.
 *
 * @param message           the number under which the message was added
 * @param locale            the locale of its text
 * @param arguments         by declared name: strings, and numbers if the argument is printed as one and can be read back; an argument whose
 *                          format cannot be read back, such as a time of day, is a string as shown
 * @param literalCharacters the number of characters of the text that are not arguments
 * @param exact             whether the message, rendered with the arguments, gives the text
 * @param start             where the message starts in the text, in UTF-16 units
 * @param end               where the message ends in the text, in UTF-16 units
 */
public record Recognition(int message, LocaleTag locale, Map<String, Object> arguments, int literalCharacters, boolean exact, int start,
                          int end) {
    /** Exact ones first, then those with the most literal characters. */
    public static final Comparator<Recognition> BEST_MATCH_FIRST = Comparator.comparing(Recognition::exact, Comparator.reverseOrder())
            .thenComparing(Recognition::literalCharacters, Comparator.reverseOrder());
    /** As {@link #BEST_MATCH_FIRST}, and equal ones in the order of their messages. */
    public static final Comparator<Recognition> BEST_FIRST = BEST_MATCH_FIRST
            .thenComparing(Recognition::message).thenComparing(Recognition::locale);

    public Recognition {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
