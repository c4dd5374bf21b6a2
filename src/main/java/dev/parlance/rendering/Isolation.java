package dev.parlance.rendering;

import com.ibm.icu.text.Bidi;
import dev.parlance.locales.LocaleTag;
import java.util.Collection;

/**
 * Whether string arguments are set apart with U+2068 (FSI) and U+2069 (PDI), as Unicode's bidirectional algorithm (UAX #9)
 * advises for text inserted into text.
 */
public enum Isolation {
    /** In right-to-left locales, and where an argument holds right-to-left letters. */
    WHERE_NEEDED {
        @Override
        boolean appliesTo(LocaleTag locale, Collection<Object> arguments) {
            return locale.rightToLeft() || arguments.stream().anyMatch(Isolation::rightToLeft);
        }
    },
    ALWAYS {
        @Override
        boolean appliesTo(LocaleTag locale, Collection<Object> arguments) {
            return true;
        }
    },
    NEVER {
        @Override
        boolean appliesTo(LocaleTag locale, Collection<Object> arguments) {
            return false;
        }
    };

    abstract boolean appliesTo(LocaleTag locale, Collection<Object> arguments);

    private static boolean rightToLeft(Object argument) {
        return argument instanceof String text
                && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }
}
